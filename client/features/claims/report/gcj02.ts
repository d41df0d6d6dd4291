/**
 * Maps in China are drawn in GCJ-02; a browser's position is WGS-84 and would point up to 600 m away. This is the published approximation, good to a
 * few metres inside the country; elsewhere both systems are the same.
 */
const AXIS_METRES = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const RADIANS = Math.PI / 180;

const outsideChina = (latitude: number, longitude: number): boolean =>
  longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;

function wave(value: number, first: number, second: number): number {
  return (20 * Math.sin(first * value * Math.PI) + 20 * Math.sin(second * value * Math.PI)) * (2 / 3);
}

function latitudeShift(x: number, y: number): number {
  const long = (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  const middle = (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3);
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    wave(x, 6, 2) +
    middle +
    long
  );
}

function longitudeShift(x: number, y: number): number {
  const long = (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const middle = (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3);
  return (
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave(x, 6, 2) + middle + long
  );
}

interface Position {
  latitude: number;
  longitude: number;
}

export function toGcj02({ latitude, longitude }: Position): Position {
  if (outsideChina(latitude, longitude)) return { latitude, longitude };
  const x = longitude - 105;
  const y = latitude - 35;
  const sine = Math.sin(latitude * RADIANS);
  const magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const root = Math.sqrt(magic);
  const metresPerDegreeNorth =
    (((AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * Math.PI) / 180;
  const metresPerDegreeEast = ((AXIS_METRES / root) * Math.cos(latitude * RADIANS) * Math.PI) / 180;
  return {
    latitude: latitude + latitudeShift(x, y) / metresPerDegreeNorth,
    longitude: longitude + longitudeShift(x, y) / metresPerDegreeEast,
  };
}
