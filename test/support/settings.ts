import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig, type Config, type EnvironmentVariables } from '../../bff/config';
import { loadKeys, type Keys } from '../../bff/crypto/keys';

/** Keys of the tests: fixed, so that a copied template still opens. They protect nothing. */
const fixedKey = (letter: string) => Buffer.alloc(32, letter).toString('base64');
export const testSecrets = {
  DATA_KEY: fixedKey('d'),
  TOKEN_KEY: fixedKey('t'),
  SERVICE_SECRET: 'the-service-secret-of-the-tests-only',
};

/** A new folder that others may pass through but not list: as root, the database's user lives in it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `chezhu-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** The configuration of a demo start on a database that is already there, with what a test wants different. */
export function testConfig(variables: EnvironmentVariables): Config {
  return readConfig({
    DEMO: '1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: path.join(tmpdir(), `chezhu-data-${process.pid}`),
    ...testSecrets,
    ...variables,
  });
}

export function testKeys(config: Config = testConfig({})): Promise<Keys> {
  return loadKeys({ ...config.keys, dataDir: config.dataDir, demo: config.demo });
}
