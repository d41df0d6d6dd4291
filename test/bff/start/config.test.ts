import path from 'node:path';
import { readConfig, readSystemConfig } from '../../../bff/config';

const key = Buffer.alloc(32, 'k').toString('base64');
const real = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  DATABASE_URL: 'postgresql://club@db.internal/club',
  SMS_URL: 'https://sms.internal/',
  WECHAT_URL: 'https://wechat.internal',
  IDENTITY_URL: 'https://identity.internal',
  DATA_KEY: key,
  TOKEN_KEY: key,
  SERVICE_SECRET: 'x'.repeat(32),
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 'secret',
};

describe('demo mode', () => {
  it.each([
    ['nothing is set', {}, true],
    ['the host is localhost', { HOST: 'localhost' }, true],
    ['the host is IPv6 loopback', { HOST: '::1' }, true],
    ['it is asked for, even with a database', { DEMO: '1', DATABASE_URL: real.DATABASE_URL }, true],
    ['it is asked for on every address', { DEMO: '1', HOST: '0.0.0.0' }, true],
    ['variables are set to nothing', { SMS_URL: '', DATABASE_URL: '', NODE_ENV: '' }, true],
    ['it is refused', { ...real, DEMO: '0' }, false],
    ['this is a real installation', real, false],
  ])('when %s: %#', (_when, variables, expected) => {
    expect(readConfig(variables).demo).toBe(expected);
  });

  it.each([
    ['other machines can reach it', { HOST: '0.0.0.0' }],
    ['NODE_ENV is production', { NODE_ENV: 'production' }],
    ['there is a database', { DATABASE_URL: real.DATABASE_URL }],
    ['any one system is real', { CORE_URL: 'https://core.internal' }],
    ['it is refused', { DEMO: '0' }],
  ])('is not slipped into when %s', (_when, variables) => {
    expect(() => readConfig(variables)).toThrow(/^Outside demo mode these variables are needed/);
  });
});

describe('outside demo mode', () => {
  it.each([
    'SMS_URL',
    'WECHAT_URL',
    'IDENTITY_URL',
    'DATA_KEY',
    'TOKEN_KEY',
    'SERVICE_SECRET',
    'WECHAT_APP_SECRET',
  ])('a missing %s stops the start and is the only one named', (name) => {
    expect(() => readConfig({ ...real, [name]: undefined })).toThrow(
      `Outside demo mode these variables are needed: ${name}.`,
    );
  });

  it('core, club and violations may be embedded', () => {
    expect(readConfig(real).systemUrls).toEqual({
      sms: 'https://sms.internal',
      wechat: 'https://wechat.internal',
      identity: 'https://identity.internal',
    });
  });
});

describe('a variable that cannot be used', () => {
  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DEMO', 'yes'],
    ['CORE_URL', 'core.internal'],
    ['CORE_URL', 'ftp://core.internal'],
    ['DATABASE_URL', 'mysql://db/club'],
    ['DATA_KEY', 'too short'],
    ['SERVICE_SECRET', 'short'],
    ['ACCESS_TOKEN_SECONDS', '901'],
    ['READ_DEADLINE_MS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start in one line that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^The configuration cannot be used\\. ${name}: [^\\n]+$`),
    );
  });

  it('is not repeated in the message, as it may be a secret', () => {
    expect(() => readConfig({ DATA_KEY: 'hunter2hunter2' })).toThrow(expect.not.stringContaining('hunter2'));
  });

  it('does not hide the next one', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT: .*LOG_LEVEL: /);
  });
});

describe('what is not said', () => {
  it('has a sensible value', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      dataDir: path.resolve('.data'),
      brand: { insurerName: '示例财险', productName: '车主俱乐部' },
      tokens: { accessTokenSeconds: 900 },
      deadlines: { readMs: 2000, writeMs: 3000 },
    });
  });
});

describe('keys', () => {
  it('come newest first', () => {
    const [newest, oldest] = [Buffer.alloc(32, 2), Buffer.alloc(32, 1)];
    const list = `${newest.toString('base64')}, ${oldest.toString('base64')}`;
    expect(readConfig({ DATA_KEY: list }).keys.dataKeys).toEqual([newest, oldest]);
  });
});

describe('a system that is started alone', () => {
  it('a system that is started alone knows the others by their addresses', () => {
    const alone = readSystemConfig('club', { DEMO: '1', SMS_URL: 'http://sms.example.com' });
    expect(alone).toMatchObject({ demo: true, systemUrls: { sms: 'http://sms.example.com' } });
  });

  it('has a port and a folder of its own', () => {
    expect(readSystemConfig('club', {})).toMatchObject({
      port: 3002,
      demo: true,
      dataDir: path.resolve('.data/alone-club'),
    });
  });

  it('needs the data key and the service secret in production, and nothing of the BFF', () => {
    expect(() => readSystemConfig('club', { NODE_ENV: 'production' })).toThrow(
      'are needed: DATA_KEY, SERVICE_SECRET.',
    );
    expect(
      readSystemConfig('club', { NODE_ENV: 'production', DATA_KEY: key, SERVICE_SECRET: real.SERVICE_SECRET })
        .demo,
    ).toBe(false);
  });

  it.each(['sms', 'wechat', 'identity'] as const)(
    'does not stand in for the real %s in production',
    (name) => {
      expect(() => readSystemConfig(name, { NODE_ENV: 'production' })).toThrow(/demo mode only/);
    },
  );
});

test('a bucket for photos is set up in whole or not at all', () => {
  const bucket = { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'photos' };
  expect(() => readConfig(bucket)).toThrow(/needed too: S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY/);
  const whole = { ...bucket, S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key', S3_PATH_STYLE: '0' };
  expect(readConfig(whole).photoStorage.s3).toMatchObject({ bucket: 'photos', pathStyle: false });
  expect(readConfig({}).photoStorage).toEqual({});
});
