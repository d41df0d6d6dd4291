import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { startChild, type Child } from '../../../support/child';
import { createTestDatabase, type TestDatabase } from '../../../support/database';
import { temporaryFolder } from '../../../support/run-folder';
import { startServerProcess, type ServerProcess } from '../../../support/server-process';
import { testSecrets } from '../../../support/settings';
import { startStack, type Stack } from '../../../support/stack';
import { readInbox } from '../../../support/inbox';
import { noise } from '../../photos/pictures';
import { begin, pieceAt, put, sendInPieces, sendRest, type UploadState } from '../../photos/pieces';
import { signIn, type Caller } from '../caller';

jest.setTimeout(120_000);

const KB_256 = 256 * 1024;
const claimId = 'demo_claim_open';

let database: TestDatabase;
let file: Buffer;
beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  file = await noise();
});
afterAll(() => database.drop());

interface Photo {
  id: string;
  url: string;
}
const photosOf = async (member: Caller) =>
  (await member.get<{ items: Photo[] }>(`/claims/${claimId}/photos`)).body.items;

async function sizeAt(baseUrl: string, url: string): Promise<(number | undefined)[]> {
  const response = await fetch(baseUrl + url);
  const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return [width, height];
}

describe('a server that is killed in the middle', () => {
  const servers: ServerProcess[] = [];
  const dataDir = temporaryFolder('killed');
  afterAll(async () => {
    servers.forEach((server) => server.kill('SIGKILL'));
    await Promise.all(servers.map((server) => server.exited));
  });

  async function start(): Promise<{ baseUrl: string; server: ServerProcess }> {
    const env = { DEMO: '1', DATABASE_URL: database.url, DATA_DIR: dataDir, ...testSecrets };
    const server = startServerProcess({ env });
    servers.push(server);
    return { baseUrl: await server.ready(), server };
  }

  async function memberAt(baseUrl: string): Promise<Caller> {
    return signIn(
      {
        baseUrl,
        latestCode: async (phone) =>
          (await readInbox(baseUrl, phone)).find(({ code }) => code !== undefined)?.code ?? '',
      },
      '13800000001',
    );
  }

  test('the next one goes on behind the last piece it answered for, three photos side by side', async () => {
    const files = await Promise.all([5, 6, 7].map((seed) => noise({ seed })));
    const first = await start();
    const before = await memberAt(first.baseUrl);
    const addresses = await Promise.all(
      files.map(async (one) => {
        const { body } = await begin(before, claimId, one);
        return `/claims/${claimId}/photos/${body.photoId}`;
      }),
    );
    await Promise.all(addresses.map((at, n) => sendRest(before, at, files[n] ?? file, { until: KB_256 })));
    // The second pieces are on their way when the process dies.
    const cut = addresses.map((at, n) =>
      put(before, at, pieceAt(files[n] ?? file, KB_256, KB_256)).then(
        ({ body }) => body.receivedBytes,
        () => KB_256,
      ),
    );
    first.server.kill('SIGKILL');
    const answeredFor = await Promise.all(cut);
    await first.server.exited;

    const second = await start();
    const after = await memberAt(second.baseUrl);
    const states = await Promise.all(addresses.map((at) => after.get<UploadState>(at)));
    states.forEach(({ body }, n) => {
      expect(body.receivedBytes).toBeGreaterThanOrEqual(answeredFor[n] ?? 0);
      expect(body.complete).toBe(false);
    });
    const done = await Promise.all(addresses.map((at, n) => sendRest(after, at, files[n] ?? file)));
    for (const { body } of done) {
      expect(body.complete).toBe(true);
      expect(await sizeAt(second.baseUrl, body.photo?.url ?? '')).toEqual([900, 700]);
    }
    const kept = (await photosOf(after)).map(({ id }) => id);
    expect(kept.filter((id) => done.some(({ body }) => body.photoId === id))).toHaveLength(3);
  });
});

/** A disk that really runs full; only root may mount one. */
function mountSmallDisk(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

describe('a disk that is full', () => {
  const disk = temporaryFolder('small-disk');
  const mounted = mountSmallDisk(disk, '1m');
  const testFull = mounted ? test : test.skip; // without the right to mount there is no disk to fill
  let stack: Stack | undefined;
  afterAll(async () => {
    await stack?.stop();
    if (mounted) spawnSync('umount', ['-l', disk]);
  });

  testFull('is said as what it is; what was received stays, and goes on once there is room', async () => {
    stack = await startStack({ database, env: { DATA_DIR: disk } });
    const member = await signIn(stack, '13800000001');
    const { body: begun } = await begin(member, claimId, file);
    const address = `/claims/${claimId}/photos/${begun.photoId}`;
    await sendRest(member, address, file, { until: KB_256 });
    const filler = path.join(disk, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']);

    const full = await put(member, address, pieceAt(file, KB_256, KB_256));
    expect(full).toMatchObject({ status: 503, body: { code: 'PHOTOS_NOT_STORED' } });
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'a.jpg');
    form.append('shot', 'ownFront');
    const asForm = await member.send('POST', `/claims/${claimId}/photos/form`, { raw: form });
    expect(asForm).toMatchObject({ status: 503, body: { code: 'PHOTOS_NOT_STORED' } });
    expect((await member.get<UploadState>(address)).body.receivedBytes).toBe(KB_256);
    const halfWritten = readdirSync(path.join(disk, 'photos', begun.photoId.slice(-2)));
    expect(halfWritten).toEqual([`${begun.photoId}-c00`]);

    spawnSync('rm', [filler]);
    spawnSync('mount', ['-o', 'remount,size=16m', disk]);
    const done = await sendRest(member, address, file);
    expect(done.body.complete).toBe(true);
    expect(await sizeAt(stack.baseUrl, done.body.photo?.url ?? '')).toEqual([900, 700]);
  });
});

describe('a bucket', () => {
  const folder = temporaryFolder('bucket');
  let bucket: Child;
  let stack: Stack | undefined;
  afterAll(async () => {
    await stack?.stop();
    bucket.kill('SIGKILL');
    await bucket.exited;
  });

  async function startBucket(port: string): Promise<string> {
    const words = ['-d', folder, '-a', '127.0.0.1', '-p', port, '--configure-bucket', 'photos'];
    bucket = startChild({
      entry: ['node_modules/s3rver/bin/s3rver.js', ...words],
      env: {},
      readyWhen: /listening on (127\.0\.0\.1:\d+)/,
    });
    return bucket.ready();
  }

  const objects = (photoId: string) =>
    readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(photoId));

  test('keeps photos like the folder does; while it is away nothing is lost, and nothing is said to be kept', async () => {
    const host = await startBucket('0');
    stack = await startStack({
      database,
      env: {
        S3_ENDPOINT: `http://${host}`,
        S3_BUCKET: 'photos',
        S3_ACCESS_KEY_ID: 'S3RVER',
        S3_SECRET_ACCESS_KEY: 'S3RVER',
      },
    });
    const member = await signIn(stack, '13800000001');
    const whole = await sendInPieces(member, claimId, file);
    expect(await sizeAt(stack.baseUrl, whole.body.photo?.url ?? '')).toEqual([900, 700]);
    const kept = objects(whole.body.photoId).join(' ');
    expect(kept).toMatch(/-full/);
    expect(kept).not.toMatch(/-c0/);

    const { body: begun } = await begin(member, claimId, file);
    const address = `/claims/${claimId}/photos/${begun.photoId}`;
    await sendRest(member, address, file, { until: KB_256 });
    bucket.kill('SIGKILL');
    await bucket.exited;
    const away = await put(member, address, pieceAt(file, KB_256, KB_256));
    expect(away).toMatchObject({ status: 503, body: { code: 'PHOTOS_NOT_STORED' } });
    expect((await member.get<UploadState>(address)).body.receivedBytes).toBe(KB_256);

    await startBucket(host.split(':')[1] ?? '');
    const done = await sendRest(member, address, file);
    expect(await sizeAt(stack.baseUrl, done.body.photo?.url ?? '')).toEqual([900, 700]);
    const wrong = (done.body.photo?.url ?? '').replace(/signature=./, 'signature=_');
    expect((await fetch(stack.baseUrl + wrong)).status).toBe(404);
  });
});
