const bff = require('./bff.cjs');

/** Journeys in a real Chromium on the web build, against the real server. Run `npm run build:h5` first. */
module.exports = {
  ...bff,
  displayName: 'journeys',
  testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/deep-patience.ts'],
};
