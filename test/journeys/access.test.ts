import { subpackageRoutes, tabRoutes, type RouteName } from '../../client/platform/route-table';
import { axeFindings } from './support/axe';
import { sidewaysTrouble } from './support/layout';
import type { Phone, PhoneOptions } from './support/phone';
import { targetTrouble } from './support/targets';
import { textTrouble } from './support/text-fit';
import { addressOf, visitsFor, type Visit, type Who } from './support/visits';
import { wordTrouble } from './support/words-on-screen';
import { useWorld } from './support/world';

const ELDER = '13800000003';
const NUMBERS: Record<Exclude<Who, 'visitor'>, string> = {
  member: '13800000001',
  clerk: '13900000001',
  owner: '13900000002',
};
const WIDE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
const TARGET_PX = 44;
const ELDER_TARGET_PX = 60;
const world = useWorld();

type Findings = Record<string, string[]>;
type Look = (phone: Phone, name: RouteName) => Promise<Findings>;

/** Opens every page of the route table as whom it is for, and looks at it. */
async function walk(phones: Record<Who, Phone>, look: Look): Promise<Findings> {
  const visits = await visitsFor(await world().behind(NUMBERS.member));
  expect(Object.keys(visits).sort()).toEqual(Object.keys({ ...tabRoutes, ...subpackageRoutes }).sort());
  const found: Findings = {};
  for (const [name, all] of Object.entries(visits) as [RouteName, Visit[]][]) {
    for (const [index, visit] of all.entries()) {
      const phone = phones[visit.who];
      await phone.open(addressOf(name, visit));
      await phone.see(visit.words);
      await visit.then?.(phone);
      for (const [how, troubles] of Object.entries(await look(phone, name))) {
        if (troubles.length > 0) found[`${name} #${String(index)} ${visit.who} ${how}`] = troubles;
      }
    }
  }
  return found;
}

async function people(options?: PhoneOptions): Promise<Record<Who, Phone>> {
  const { visitor, person } = world();
  return {
    visitor: await visitor(options),
    member: await person(NUMBERS.member, options),
    clerk: await person(NUMBERS.clerk, options),
    owner: await person(NUMBERS.owner, options),
  };
}

async function chooseLargeType(phones: Record<Who, Phone>): Promise<void> {
  for (const phone of Object.values(phones)) {
    await phone.open(addressOf('me', {}));
    await phone.tap('大字版');
    await phone.page.locator('.theme-elder').filter({ visible: true }).first().waitFor();
  }
}

/** Light and dark, wide and narrow, one after the other on the opened page: the theme follows the phone at once. */
const everyLook =
  (targetPx: number): Look =>
  async (phone) => {
    const found: Findings = { words: await wordTrouble(phone) };
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const size of [WIDE, NARROW]) {
        await phone.page.setViewportSize(size);
        await phone.page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        found[`${colorScheme} ${String(size.width)}`] = [
          ...(await axeFindings(phone)),
          ...(await targetTrouble(phone, targetPx)),
          ...(await textTrouble(phone)),
          ...(await sidewaysTrouble(phone)),
        ];
      }
    }
    await phone.page.setViewportSize(WIDE);
    return found;
  };

/** The clerk works beside the people who would answer. */
const needsNoCall = (name: RouteName): boolean => name.startsWith('merchant/');

async function callTrouble(phone: Phone, name: RouteName): Promise<string[]> {
  if (needsNoCall(name)) return [];
  const ways = phone.targets(/打客服|120/, false);
  return (await ways.count()) > 0 ? [] : ['no way to call anybody'];
}

it('has nothing on any page, in light and dark, that a reader or a finger stumbles over', async () => {
  expect(await walk(await people(), everyLook(TARGET_PX))).toEqual({});
});

it('has nothing on any page in large type that a reader or a finger stumbles over, and a call one tap away', async () => {
  const phones = await people();
  await chooseLargeType(phones);
  const looks = everyLook(ELDER_TARGET_PX);
  const found = await walk(phones, async (phone, name) => ({
    ...(await looks(phone, name)),
    call: await callTrouble(phone, name),
  }));
  expect(found).toEqual({});
});

it('shows an elder large type from the first screen after the login', async () => {
  const phone = await world().person(ELDER, NARROW);
  await phone.page.locator('.theme-elder').filter({ visible: true }).first().waitFor();
  expect(await sidewaysTrouble(phone)).toEqual([]);
});

it('cuts nothing off at twice the text size of the browser', async () => {
  const phones = await people({ textScale: 2 });
  const found = await walk(phones, async (phone) => ({
    text: [...(await textTrouble(phone)), ...(await sidewaysTrouble(phone))],
  }));
  expect(found).toEqual({});
});

it('measures what it is for: the small, the covered, the cut', async () => {
  const phone = await world().visitor();
  await phone.page
    .setContent(`<div style="width:120px;overflow:hidden;white-space:nowrap">一二三四五六七八九十一二三四五六</div>
    <div style="position:relative;height:20px"><p style="position:absolute;margin:0">上面的字</p><p style="position:absolute;margin:0">下面的字</p></div>
    <button style="width:20px;height:20px">小</button>
    <div style="position:relative;height:60px"><button style="position:absolute;width:60px;height:50px">甲</button><button style="position:absolute;width:60px;height:50px">乙</button></div>
    <p>Payment 失败 OUTCOME_UNKNOWN，正在理算，免赔额 undefined</p>`);
  const texts = (await textTrouble(phone)).join();
  expect(texts).toMatch(/cut: "一二三/);
  expect(texts).toContain('overlap: "上面的字" and "下面的字"');
  expect((await targetTrouble(phone, TARGET_PX)).join()).toMatch(/small: "小".*overlap: "甲".*"乙"/);
  const words = (await wordTrouble(phone)).join();
  for (const word of ['Payment', 'OUTCOME_UNKNOWN', '理算', 'not explained: 免赔额', 'left over'])
    expect(words).toContain(word);
  expect((await axeFindings(phone)).length).toBeGreaterThan(0);
});
