const EARTH_METRES = 6_371_008.8;
const DEGREES = 180 / Math.PI;

export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/**
 * What holds every place within so many metres. Undefined where a box on the map cannot say it: around the poles, over the line where the longitudes
 * begin anew, or when it is half the earth anyway.
 */
export function boxAround(
  position: { latitude: number; longitude: number },
  metres: number,
): Box | undefined {
  const reach = (metres / EARTH_METRES) * DEGREES;
  const [south, north] = [position.latitude - reach, position.latitude + reach];
  if (south <= -89 || north >= 89 || reach > 45) return undefined;
  // A circle is widest a little towards the pole from its middle.
  const wide = Math.asin(Math.sin(reach / DEGREES) / Math.cos(position.latitude / DEGREES)) * DEGREES;
  const [west, east] = [position.longitude - wide, position.longitude + wide];
  if (west <= -180 || east >= 180) return undefined;
  // A hair more, so that rounding never loses a shop on the edge.
  return { south: south - 1e-6, north: north + 1e-6, west: west - 1e-6, east: east + 1e-6 };
}

/** A street, a district, a city, a province, and then everything. */
export const SEARCH_METRES = [3_000, 12_000, 60_000, 400_000] as const;
