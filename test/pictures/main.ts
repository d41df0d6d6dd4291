/**
 * `npm run pictures`: every screen in every state, theme and width, from the real product in a real browser, as files and on one page to look at.
 * `npm run pictures -- --only vouchers --theme dark --width 320` takes a part; `--readme` refreshes docs/pictures.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { subpackageRoutes, tabRoutes } from '../../client/platform/route-table';
import { stopBrowser } from '../journeys/support/browser';
import endServer from '../support/database-server-end';
import startServer from '../support/database-server';
import { Lane } from './lane';
import type { Theme, Wanted } from './look';
import { isForReadme, refreshReadme } from './readme';
import type { Scene } from './scene';
import { scenes } from './scenes';
import { shoot, type Shot } from './shoot';
import { writePage, writeSheet } from './sheet';
import { openStudio, type Studio } from './studio';
import { readWanted } from './wanted';

const tell = (line: string) => process.stdout.write(`${line}\n`);
const files: Record<string, string> = { ...tabRoutes, ...subpackageRoutes };

interface Sitting {
  route: string;
  scene: Scene;
}

function sittingsOf({ only }: Wanted, readme: boolean): Sitting[] {
  const all = Object.entries(scenes).flatMap(([route, own]) => own.map((scene) => ({ route, scene })));
  const isWanted = ({ route, scene }: Sitting) =>
    (!readme || isForReadme(route, scene.state)) &&
    (only.length === 0 || only.some((part) => `${route} ${scene.state}`.includes(part)));
  const chosen = all.filter(isWanted);
  if (chosen.length === 0) throw new Error(`nothing is called "${only.join(', ')}"`);
  return chosen;
}

/** The compiler refuses them too; here it is said to whoever runs without it. */
function complainOfForgottenRoutes(): void {
  const forgotten = Object.keys(files).filter(
    (route) => (scenes as Partial<typeof scenes>)[route as keyof typeof scenes] === undefined,
  );
  if (forgotten.length === 0) return;
  tell(`no scene shows ${forgotten.join(', ')}`);
  process.exitCode = 1;
}

async function takeAll(
  lane: Lane,
  studio: Studio,
  sittings: readonly Sitting[],
  wanted: Wanted & { themes: Theme[] },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const { route, scene } of sittings) {
    const phone = await lane.phoneOf(scene.who);
    const stage = {
      phone,
      ids: studio.ids,
      shownCode: studio.shownCode,
      photoLink: studio.photoLink,
      latestCode: (number: string) => studio.stack.latestCode(number),
    };
    const taken = await shoot({
      route,
      file: files[route] ?? '',
      scene,
      stage,
      themes: wanted.themes,
      wanted,
    });
    await lane.putAway(phone);
    const trouble = taken[0]?.trouble;
    if (trouble) tell(`✗ ${route} ${scene.state}: ${trouble}`);
    shots.push(...taken);
  }
  return shots;
}

async function run(wanted: Wanted & { readme: boolean }): Promise<Shot[]> {
  const sittings = sittingsOf(wanted, wanted.readme);
  const studio = await openStudio(wanted.webRoot);
  const oneOpenPage = wanted.themes.filter((theme) => theme !== 'elder');
  const lanes = [
    { themes: oneOpenPage, lane: new Lane(studio.stack, { elder: false, scale: wanted.scale }) },
    {
      themes: wanted.themes.filter((theme) => theme === 'elder'),
      lane: new Lane(studio.stack, { elder: true, scale: wanted.scale }),
    },
  ].filter(({ themes }) => themes.length > 0);
  const take = (whileAway: boolean) => {
    const now = sittings.filter(({ scene }) => (scene.whileAway ?? false) === whileAway);
    return Promise.all(lanes.map(({ lane, themes }) => takeAll(lane, studio, now, { ...wanted, themes })));
  };
  try {
    for (const { lane } of lanes) await lane.invite(new Set(sittings.map(({ scene }) => scene.who)));
    const healthy = await take(false);
    studio.breakSystems();
    return [...healthy, ...(await take(true))].flat();
  } finally {
    await Promise.all(lanes.map(({ lane }) => lane.close()));
    await studio.stop();
  }
}

async function publish(shots: readonly Shot[], { out, themes, sizes }: Wanted): Promise<void> {
  tell(`${String(shots.length)} pictures: ${path.relative(process.cwd(), await writePage(shots, out))}`);
  for (const theme of themes) {
    for (const size of sizes) {
      const own = shots.filter((shot) => shot.theme === theme && shot.size === size);
      await writeSheet(own, out, `sheet-${theme}-${size}.jpg`);
    }
  }
}

async function main(): Promise<void> {
  const wanted = readWanted(process.argv.slice(2));
  if (!existsSync(path.join(wanted.webRoot, 'index.html'))) throw new Error('run `npm run build:h5` first');
  await rm(wanted.out, { recursive: true, force: true });
  await mkdir(wanted.out, { recursive: true });
  const startedAt = Date.now();
  await startServer();
  try {
    const shots = await run(wanted);
    await publish(shots, wanted);
    if (wanted.readme) await refreshReadme(shots, wanted.out);
    const troubles = new Set(
      shots.filter((shot) => shot.trouble).map((shot) => `${shot.route} ${shot.state}`),
    );
    tell(
      `${String(Math.round((Date.now() - startedAt) / 1000))} s, ${String(troubles.size)} states not reached`,
    );
    if (troubles.size > 0) process.exitCode = 1;
    complainOfForgottenRoutes();
  } finally {
    await stopBrowser();
    await endServer();
  }
}

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exitCode = 1;
  })
  // A handle that somebody forgot must not keep whoever waits for the pictures.
  .finally(() => process.exit());
