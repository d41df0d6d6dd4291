const path = require('node:path');

// Read where the two targets differ; the build replaces it by a constant.
process.env.TARO_ENV = 'h5';

/** Pages and the client's own modules, as the web build resolves them, with thin stand-ins for Taro. Requests go to a scripted server over real HTTP. */
module.exports = {
  displayName: 'client',
  rootDir: path.resolve(__dirname, '../..'),
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
  testMatch: ['<rootDir>/test/client/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/test/client/support/globals.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/client/support/setup.ts'],
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '\\.(css|scss)$': 'identity-obj-proxy',
    '\\.(png|wav)$': '<rootDir>/test/client/support/picture.ts',
    '^@tarojs/components$': '<rootDir>/test/client/support/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/client/support/taro.ts',
    '^@/(.*)$': '<rootDir>/client/$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
