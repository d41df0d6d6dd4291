export interface GeoPoint {
  latitude: number;
  longitude: number;
}

const EARTH_METRES = 6_371_008;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance, good enough to say who is nearest. */
export function distanceMetres(a: GeoPoint, b: GeoPoint): number {
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(h)));
}
