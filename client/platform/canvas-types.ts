export interface Surface {
  context: Pick<CanvasRenderingContext2D, 'fillRect' | 'fillStyle'>;
  /** In real pixels; the drawing fills it. */
  widthPx: number;
}
