const bff = require('./bff.cjs');

/** Races, crashes and guard mutations: slower than the everyday tests, one file at a time. */
module.exports = {
  ...bff,
  displayName: 'deep',
  testMatch: ['<rootDir>/test/deep/**/*.test.ts', '<rootDir>/test/faults/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/deep-patience.ts'],
};
