export type PlaceResult =
  | { kind: 'found'; latitude: number; longitude: number; coordinates: 'gcj02' | 'wgs84' }
  /** The person said no, now or earlier; `canAskInSettings` when only the settings page can change it. */
  | { kind: 'refused'; canAskInSettings: boolean }
  | { kind: 'unavailable' };
