import { readConfig, type Config, type EnvironmentVariables } from '../../bff/config';
import { loadKeys, type Keys } from '../../bff/crypto/keys';
import { temporaryFolder } from './run-folder';

/** Keys of the tests: fixed, so that a copied template still opens. They protect nothing. */
const fixedKey = (letter: string) => Buffer.alloc(32, letter).toString('base64');
export const testSecrets = {
  DATA_KEY: fixedKey('d'),
  TOKEN_KEY: fixedKey('t'),
  SERVICE_SECRET: 'the-service-secret-of-the-tests-only',
};

let files: string | undefined;

/** Servers of one test file share it, as replicas share their photo storage. */
function filesOfThisSuite(): string {
  files ??= temporaryFolder('files');
  return files;
}

/** The configuration of a demo start on a database that is already there, with what a test wants different. */
export function testConfig(variables: EnvironmentVariables): Config {
  return readConfig({
    DEMO: '1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: filesOfThisSuite(),
    ...testSecrets,
    ...variables,
  });
}

export function testKeys(config: Config = testConfig({})): Promise<Keys> {
  return loadKeys({ ...config.keys, dataDir: config.dataDir, demo: config.demo });
}
