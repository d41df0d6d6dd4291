import type { PlaceResult } from './place-types';

const LOOK_FOR_MS = 8000;

/** Where the phone is now. Ask only after the tap that needs it; a refusal is an answer and the screen goes on without. */
export function findPlace(): Promise<PlaceResult> {
  if (!('geolocation' in navigator)) return Promise.resolve({ kind: 'unavailable' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          kind: 'found',
          latitude: coords.latitude,
          longitude: coords.longitude,
          coordinates: 'wgs84',
        }),
      (error) =>
        resolve(
          error.code === error.PERMISSION_DENIED
            ? { kind: 'refused', canAskInSettings: false }
            : { kind: 'unavailable' },
        ),
      { timeout: LOOK_FOR_MS, maximumAge: 60000, enableHighAccuracy: true },
    );
  });
}

/** A browser opens its own settings only by hand. */
export function openPlaceSettings(): Promise<void> {
  return Promise.resolve();
}

/** The geo address opens whatever map the phone has. */
export function showRoute(shop: {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}): Promise<void> {
  const label = encodeURIComponent(shop.name);
  window.location.href = `geo:${shop.latitude},${shop.longitude}?q=${shop.latitude},${shop.longitude}(${label})`;
  return Promise.resolve();
}
