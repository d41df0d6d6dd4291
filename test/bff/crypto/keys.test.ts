import { stat } from 'node:fs/promises';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readOrCreateKeyFile } from '../../../bff/crypto/key-file';
import { loadKeys } from '../../../bff/crypto/keys';
import { temporaryFolder } from '../../support/run-folder';

describe('a demo key file', () => {
  it('is made once, for its owner alone, and read ever after', async () => {
    const file = path.join(temporaryFolder('keys'), 'keys', 'data-key');
    const first = await readOrCreateKeyFile(file);
    expect(first).toHaveLength(32);
    expect(await readOrCreateKeyFile(file)).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is the same key for several first starts at once, and leaves no drafts', async () => {
    const folder = path.join(temporaryFolder('keys'), 'keys');
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => readOrCreateKeyFile(path.join(folder, 'data-key'))),
    );
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['data-key']);
  });

  it('stops the start when it holds something else', async () => {
    const file = path.join(temporaryFolder('keys'), 'data-key');
    writeFileSync(file, 'not a key');
    await expect(readOrCreateKeyFile(file)).rejects.toThrow(/does not hold a key/);
  });
});

describe('the keys of an installation', () => {
  it('outlive a restart in demo mode, but for the service key', async () => {
    const dataDir = temporaryFolder('keys');
    const first = await loadKeys({ dataDir, demo: true });
    const second = await loadKeys({ dataDir, demo: true });
    expect(second.tokens.current.id).toBe(first.tokens.current.id);
    expect(second.derive('photo-url').equals(first.derive('photo-url'))).toBe(true);
    expect(second.cipher.currentKeyId).toBe(first.cipher.currentKeyId);
    expect(second.serviceKey.equals(first.serviceKey)).toBe(false);
  });

  it('are never made up outside demo mode', async () => {
    await expect(loadKeys({ dataDir: temporaryFolder('keys'), demo: false })).rejects.toThrow(/missing/);
  });

  it('differ from purpose to purpose', async () => {
    const keys = await loadKeys({ dataDir: temporaryFolder('keys'), demo: true });
    expect(keys.derive('photo-url').equals(keys.derive('idempotency'))).toBe(false);
    expect(keys.derive('photo-url').equals(keys.tokens.current.key)).toBe(false);
  });
});
