import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { CHUNK_BYTES } from '../../../bff/photos/photo-uploads';
import startDatabaseServer from '../../support/database-server';
import stopDatabaseServer from '../../support/database-server-end';
import type { Bench, Figure, Table } from '../support/definition';
import { median, percentile, quartiles } from '../support/percentiles';
import { seededRandom } from '../support/random';
import { openArena, type Arena } from './arena';
import { openPhone, reportClaim, sendBare, sendPhoto, type Phone } from './phone';
import { watchMemory, type Watched } from './watch-memory';

const ROUNDS = 3;
const REPORTS_A_ROUND = 300;
const REPORTERS = 8;
const SENDERS = 48;
const PHOTO_BYTES = 12 * CHUNK_BYTES;
const DRAWN_PHOTOS = 12;
const SIDE_BY_SIDE = 3;
const MB = 1024 * 1024;

/** Looks like a JPEG at its head and compresses like one: not at all. */
function photoOfNoise(seed: number): Buffer {
  const random = seededRandom(seed);
  const bytes = Buffer.alloc(PHOTO_BYTES);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeInt32LE((random() * 0x1_0000_0000) | 0, at);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** 12 megapixels with some detail, about what a phone takes. */
async function realPicture(): Promise<Buffer> {
  return sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .blur(1.5)
    .jpeg({ quality: 88 })
    .toBuffer();
}

class Members {
  private next = 0;
  constructor(private readonly arena: Arena) {}
  phone(): Phone {
    this.next += 1;
    return openPhone(this.arena.ours.url, this.arena.headersOf(this.next));
  }
}

const together = <Result>(count: number, work: (at: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

/** A new person for every ten reports: nobody has thirty accidents a day. */
async function measureReports(members: Members): Promise<{ perSecond: number; latencies: number[] }> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  await together(REPORTERS, async () => {
    for (let left = REPORTS_A_ROUND / REPORTERS; left > 0;) {
      const phone = members.phone();
      for (let turn = 0; turn < 10 && left > 0; turn += 1, left -= 1) {
        const askedAt = performance.now();
        await reportClaim(phone);
        latencies.push(performance.now() - askedAt);
      }
      await phone.close();
    }
  });
  return { perSecond: latencies.length / ((performance.now() - startedAt) / 1000), latencies };
}

async function senders(members: Members, count: number): Promise<{ phone: Phone; claimId: string }[]> {
  const all: { phone: Phone; claimId: string }[] = [];
  for (let at = 0; at < count; at += 1) {
    const phone = members.phone();
    all.push({ phone, claimId: await reportClaim(phone) });
  }
  return all;
}

interface Receiving {
  ours: Watched;
  bare: Watched;
}

/** The same bytes in the same pieces over as many connections, one server after the other. */
async function measureReceiving(arena: Arena, members: Members, photo: Buffer): Promise<Receiving> {
  const phones = await senders(members, SENDERS);
  const ours = await watchMemory(arena.ours, () =>
    together(SENDERS, async (at) => {
      const sender = phones[at];
      if (sender) await sendPhoto(sender.phone, sender.claimId, { bytes: photo });
    }),
  );
  const bares = Array.from({ length: SENDERS }, () => openPhone(arena.bare.url, {}));
  const bare = await watchMemory(arena.bare, () =>
    together(SENDERS, async (at) => {
      const phone = bares[at];
      if (phone) await sendBare(phone, photo, CHUNK_BYTES);
    }),
  );
  await Promise.all([...phones.map(({ phone }) => phone.close()), ...bares.map((phone) => phone.close())]);
  return { ours, bare };
}

/** To the end: put together, drawn anew, kept. */
async function measureDrawing(arena: Arena, members: Members, picture: Buffer): Promise<Watched> {
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const phones = await senders(members, SIDE_BY_SIDE);
  const watched = await watchMemory(arena.ours, () =>
    together(SIDE_BY_SIDE, async (at) => {
      const sender = phones[at];
      for (let left = DRAWN_PHOTOS / SIDE_BY_SIDE; sender && left > 0; left -= 1) {
        await sendPhoto(sender.phone, sender.claimId, { bytes: picture, sha256 });
      }
    }),
  );
  await Promise.all(phones.map(({ phone }) => phone.close()));
  return watched;
}

const megabytes = (photos: number, bytes: number) => (photos * bytes) / MB;
const rate = ({ seconds }: Watched) => megabytes(SENDERS, PHOTO_BYTES) / seconds;
const perConnection = ({ grownBytes }: Watched) => grownBytes / SENDERS / MB;

function figureOf(name: string, values: number[], unit: string, goal?: Figure['goal']): Figure {
  return { name, value: median(values), unit, spread: quartiles(values), ...(goal && { goal }) };
}

function receivingTable(rounds: Receiving[]): Table {
  const row = (name: string, pick: (round: Receiving) => Watched) => {
    const watched = rounds.map(pick);
    const mid = (value: (one: Watched) => number) => Number(median(watched.map(value)).toFixed(2));
    const cpu = (one: Watched) => one.cpuMicroseconds / 1000 / megabytes(SENDERS, PHOTO_BYTES);
    return [name, mid(rate), mid(cpu), mid(({ grownBytes }) => grownBytes / MB), mid(perConnection)];
  };
  return {
    title: `Receiving ${String(megabytes(SENDERS, PHOTO_BYTES))} MB over ${String(SENDERS)} connections`,
    columns: ['server', 'MB/s', 'CPU ms a MB', 'grown MB', 'MB a connection'],
    rows: [
      row('ours: checked, hashed, sealed, synced', ({ ours }) => ours),
      row('bare: into a file', ({ bare }) => bare),
    ],
  };
}

export const bench: Bench = {
  about: 'reports through BFF and core; receiving photos in pieces beside a bare server; drawing them anew',
  async run({ runs = ROUNDS, seed, say }) {
    await startDatabaseServer();
    const arena = await openArena();
    try {
      const members = new Members(arena);
      const photo = photoOfNoise(seed);
      const picture = await realPicture();
      await measureReports(members);
      await measureReceiving(arena, members, photo);
      say('warm');
      const reports: Awaited<ReturnType<typeof measureReports>>[] = [];
      const receiving: Receiving[] = [];
      const drawing: Watched[] = [];
      for (let round = 0; round < runs; round += 1) {
        reports.push(await measureReports(members));
        receiving.push(await measureReceiving(arena, members, photo));
        drawing.push(await measureDrawing(arena, members, picture));
        say(`round ${String(round + 1)} of ${String(runs)}`);
      }
      const latency = (share: number) => reports.map(({ latencies }) => percentile(latencies, share));
      return {
        figures: [
          figureOf(
            'reports',
            reports.map(({ perSecond }) => perSecond),
            'a second',
          ),
          figureOf('a report, p50', latency(0.5), 'ms'),
          figureOf('a report, p99', latency(0.99), 'ms'),
          figureOf(
            'receiving, ours',
            receiving.map(({ ours }) => rate(ours)),
            'MB/s',
          ),
          figureOf(
            'receiving, bare',
            receiving.map(({ bare }) => rate(bare)),
            'MB/s',
          ),
          figureOf(
            'memory while receiving',
            receiving.map(({ ours }) => perConnection(ours)),
            'MB a connection',
            {
              atMost: 2,
            },
          ),
          figureOf(
            `12-megapixel photos of ${(picture.length / MB).toFixed(1)} MB, sent and drawn anew`,
            drawing.map(({ seconds }) => DRAWN_PHOTOS / seconds),
            'a second',
          ),
          figureOf(
            'memory while drawing',
            drawing.map(({ grownBytes }) => grownBytes / MB),
            'MB more at most',
          ),
        ],
        tables: [receivingTable(receiving)],
      };
    } finally {
      await arena.stop();
      await stopDatabaseServer();
    }
  },
};
