export interface FieldName {
  label: string;
  /** What was typed has to be changed. */
  wrong?: boolean;
  /** The id of the hint or of the error. */
  toldBy?: string;
}
