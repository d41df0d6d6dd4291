import { subpackageRoutes, tabRoutes, type RouteName } from '../../client/platform/route-table';
import { axeFindings } from './support/axe';
import { sidewaysTrouble } from './support/layout';
import type { Phone } from './support/phone';
import { targetTrouble } from './support/targets';
import { textTrouble } from './support/text-fit';
import { addressOf, visitsFor, type Visit, type Who } from './support/visits';
import { wordTrouble } from './support/words-on-screen';
import { useWorld } from './support/world';

const NUMBERS: Record<Exclude<Who, 'visitor'>, string> = { member: '13800000001', clerk: '13900000001' };
const WIDE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
const TARGET_PX = 44;
const ELDER_TARGET_PX = 60;
const world = useWorld();

type Findings = Record<string, string[]>;

/** The page in one look: what axe finds, what is too small to hit, and what is cut. */
async function look(phone: Phone, targetPx: number): Promise<string[]> {
  await phone.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  return [
    ...(await axeFindings(phone)),
    ...(await targetTrouble(phone, targetPx)),
    ...(await textTrouble(phone)),
    ...(await sidewaysTrouble(phone)),
  ];
}

/** Light and dark, wide and narrow, one after the other on the opened page: the theme follows the phone at once. */
async function looks(phone: Phone, name: string, targetPx: number): Promise<Findings> {
  const found: Findings = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [WIDE, NARROW]) {
      await phone.page.setViewportSize(size);
      const troubles = await look(phone, targetPx);
      if (troubles.length > 0) found[`${name} ${colorScheme} ${String(size.width)}`] = troubles;
    }
  }
  await phone.page.setViewportSize(WIDE);
  return found;
}

async function walk(phones: Record<Who, Phone>, targetPx: number): Promise<Findings> {
  const visits = await visitsFor(await world().behind(NUMBERS.member));
  const names = Object.keys({ ...tabRoutes, ...subpackageRoutes });
  expect(Object.keys(visits).sort()).toEqual([...names].sort());
  const found: Findings = {};
  for (const [name, all] of Object.entries(visits) as [RouteName, Visit[]][]) {
    for (const [index, visit] of all.entries()) {
      const phone = phones[visit.who];
      await phone.open(addressOf(name, visit));
      await phone.see(visit.words);
      await visit.then?.(phone);
      const words = await wordTrouble(phone);
      if (words.length > 0) found[`${name} #${String(index)} ${visit.who} words`] = words;
      Object.assign(found, await looks(phone, `${name} #${String(index)} ${visit.who}`, targetPx));
    }
  }
  return found;
}

async function people(elder: boolean): Promise<Record<Who, Phone>> {
  const { visitor, person } = world();
  const phones = {
    visitor: await visitor(),
    member: await person(NUMBERS.member),
    clerk: await person(NUMBERS.clerk),
  };
  if (elder) {
    for (const phone of Object.values(phones)) {
      await phone.open(addressOf('me', {}));
      await phone.tap('大字版');
      await phone.page.locator('.theme-elder').filter({ visible: true }).first().waitFor();
    }
  }
  return phones;
}

it('has nothing on any page, in light and dark, that a reader or a finger stumbles over', async () => {
  expect(await walk(await people(false), TARGET_PX)).toEqual({});
});

it('has nothing on any page in large type that a reader or a finger stumbles over', async () => {
  expect(await walk(await people(true), ELDER_TARGET_PX)).toEqual({});
});
