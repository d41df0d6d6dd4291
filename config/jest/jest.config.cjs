/** All projects: `client` (pages, jsdom), `bff` (real PostgreSQL over real HTTP), `weapp` (the real WeChat bundle), `journeys` (a real browser), `deep` (races and crashes). */
const fs = require('node:fs');
const path = require('node:path');

const names = ['client', 'bff', 'weapp', 'journeys', 'deep'];

module.exports = {
  rootDir: path.resolve(__dirname, '../..'),
  projects: names.map((name) => path.join(__dirname, `${name}.cjs`)).filter((file) => fs.existsSync(file)),
};
