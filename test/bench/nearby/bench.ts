import { signServiceToken, systemActor } from '../../../bff/http/service-token';
import { boxAround, SEARCH_METRES } from '../../../bff/systems/club/network/near-by';
import { nearStoresStatement } from '../../../bff/systems/club/network/stores';
import type { Bench } from '../support/definition';
import type { Arena } from '../support/club/arena';
import { measureAtSizes } from '../support/club/at-sizes';
import { scriptOf, throughPgbench, withParameters } from '../support/club/script';
import { throughHttp } from '../support/club/through-http';
import { atOnce, type Way } from '../support/club/way';

const PAGE = 10;
const [WITHIN_METRES] = SEARCH_METRES;
/** The middle of the city, where the first circle always holds a page; each request is asked from a street corner of its own. */
const MIDDLE = { latitude: 36.64, longitude: 117.03 };
const CORNERS = 401;
const STEP_DEGREES = 0.0001;

const placeOf = (number: number) => {
  const aside = (number % CORNERS) * STEP_DEGREES;
  return { latitude: MIDDLE.latitude + aside, longitude: MIDDLE.longitude + aside };
};

function around(place: { latitude: number; longitude: number }) {
  const box = boxAround(place, WITHIN_METRES);
  if (!box) throw new Error('the city lies at a pole');
  return [box.south, box.north, box.west, box.east];
}

function script(): string {
  const aside = `mod(:n, ${String(CORNERS)}) * ${String(STEP_DEGREES)}`;
  const at = (degrees: number) => `(${String(degrees)} + ${aside})::float8`;
  const edges = around(MIDDLE).map(at);
  const page = ['null', `''`, String(PAGE + 1)];
  const parameters = ['null', at(MIDDLE.latitude), at(MIDDLE.longitude), ...page, ...edges];
  return scriptOf([withParameters(nearStoresStatement.text, [...parameters, String(WITHIN_METRES)])]);
}

const queryOf = (number: number) => {
  const { latitude, longitude } = placeOf(number);
  return `/stores?latitude=${latitude.toFixed(4)}&longitude=${longitude.toFixed(4)}&limit=${String(PAGE)}`;
};

function ways({ url, pool, keys, club, bff }: Arena): Way[] {
  const token = () => signServiceToken(keys.serviceKey, { from: 'bff', to: 'club', actor: systemActor });
  const reads = (first: number, count: number, prefix: string, headers: Record<string, string>) =>
    Array.from({ length: count }, (_, at) => ({
      method: 'GET' as const,
      path: prefix + queryOf(first + at),
      headers,
    }));
  return [
    throughPgbench(url, script()),
    {
      name: 'the statement through pg',
      work: (first, count) =>
        atOnce({ first, count }, async (number) => {
          const place = placeOf(number);
          const found = [null, '', PAGE + 1, ...around(place), WITHIN_METRES];
          const values = [null, place.latitude, place.longitude, ...found];
          const { rowCount } = await pool.query({ ...nearStoresStatement, values });
          if (rowCount !== PAGE + 1) throw new Error('the first circle did not hold a page');
        }),
    },
    {
      name: 'the club over HTTP',
      work: (first, count) =>
        throughHttp(club.url, reads(first, count, '/v1', { authorization: `Bearer ${token()}` }), [club]),
    },
    {
      name: 'BFF and club over HTTP',
      work: (first, count) => throughHttp(bff.url, reads(first, count, '/api/v1', {}), [club, bff]),
    },
  ];
}

export const bench: Bench = {
  about:
    'the nearest shops among 800 merchants: the club, and BFF and club together, beside pgbench running the same statement',
  run: (context) =>
    measureAtSizes(
      {
        unit: 'a search',
        // There are as many shops whatever the members.
        sizes: [10_000],
        turns: { aRound: 800, warmUp: 1_600 },
        ways: 4,
        prepare: (arena) => Promise.resolve(ways(arena)),
      },
      context,
    ),
};
