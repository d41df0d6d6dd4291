import { claimWithPhotos } from '../support/claim-with-photos';
import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const NEWCOMER = '13800000002';
const LONGEST_MOTION_MS = 200;
const world = useWorld();

describe('a photo of a claim', () => {
  it('is shown large, the next one by a tap or a key, and gone by Escape to where one was', async () => {
    const { person, behind } = world();
    const id = await claimWithPhotos(await behind(MEMBER));
    const phone = await person(MEMBER);
    await phone.open(`${pagePath('claims', 'case')}?id=${id}`);
    const small = phone.targets(/点开看大图$/, false);
    await small.nth(1).waitFor();
    await small.first().tap();
    const large = phone.page.getByRole('dialog', { name: '看大图' });
    await large.waitFor();
    await phone.see('第 1 张，共 2 张');
    // Really there: the browser has decoded it, and it fills the width.
    const first = large.getByRole('img', { name: '第 1 张，共 2 张' });
    await phone.page.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.naturalWidth > 0,
      await first.elementHandle(),
    );
    expect((await first.boundingBox())?.width).toBe(390);
    await phone.tap('下一张');
    await phone.see('第 2 张，共 2 张');
    await phone.page.keyboard.press('ArrowLeft');
    await phone.see('第 1 张，共 2 张');
    await phone.page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    expect(await small.first().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

/** As Chromium does when it would put the page among the phone's apps; it never does so by itself in a test. */
async function offerToInstall(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.documentElement.dataset.asked = 'yes';
        return Promise.resolve();
      },
    });
    window.dispatchEvent(offer);
    document.documentElement.dataset.kept = String(offer.defaultPrevented);
  });
}

describe('putting the app on the home screen', () => {
  it('is a row where the browser offers it, opens the browser’s question once, and is not there otherwise', async () => {
    const phone = await world().visitor();
    await phone.open(pagePath('account', 'me'));
    await phone.see('关于');
    expect(await phone.visible('添加到桌面').count()).toBe(0);
    await offerToInstall(phone);
    await phone.tap(/添加到桌面/);
    await phone.seeNoMore('添加到桌面');
    const { asked, kept } = await phone.page.evaluate(() => ({ ...document.documentElement.dataset }));
    expect({ asked, kept }).toEqual({ asked: 'yes', kept: 'true' });
  });

  it('leaves the row away once it is installed', async () => {
    const phone = await world().visitor();
    await phone.open(pagePath('account', 'me'));
    await phone.see('关于');
    await offerToInstall(phone);
    await phone.see('添加到桌面');
    await phone.page.evaluate(() => window.dispatchEvent(new Event('appinstalled')));
    await phone.seeNoMore('添加到桌面');
  });
});

const hasClass = (phone: Phone, name: string) =>
  phone.page.locator(`.${name}`).filter({ visible: true }).first();

describe('how the app looks', () => {
  it('is kept in the account: the same person’s second phone shows it', async () => {
    const { person } = world();
    const first = await person(NEWCOMER);
    await first.tap('我的');
    await first.tap('大字版');
    await hasClass(first, 'theme-elder').waitFor();
    const told = first.page.waitForResponse((answer) => answer.url().endsWith('/me/preferences'));
    await first.tap('深色');
    await first.tap(/^深色$/);
    await hasClass(first, 'theme-dark').waitFor();
    await told;
    const second = await person(NEWCOMER);
    await hasClass(second, 'theme-elder').waitFor();
    await hasClass(second, 'theme-dark').waitFor();
  });

  it('is large from the first screen where the browser’s text is, until somebody says otherwise', async () => {
    const phone = await world().visitor({ textScale: 1.4 });
    await phone.open('/');
    await hasClass(phone, 'theme-elder').waitFor();
    await phone.see('打客服 400-000-0000');
    await phone.tap('我的');
    await phone.tap('大字版');
    await phone.page.locator('.theme-elder').filter({ visible: true }).waitFor({ state: 'detached' });
    await phone.open('/');
    await phone.see('出险报案');
    expect(await hasClass(phone, 'theme-elder').count()).toBe(0);
  });

  it('stays as it is at an ordinary text size', async () => {
    const phone = await world().visitor({ textScale: 1.1 });
    await phone.open('/');
    await phone.see('出险报案');
    expect(await hasClass(phone, 'theme-elder').count()).toBe(0);
  });
});

/** Whatever on the screen moves for longer than this, with its name and how long. */
const motionsOver = (phone: Phone, limitMs: number): Promise<string[]> =>
  phone.page.evaluate((limit) => {
    const inMs = (times: string) =>
      times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000));
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      const longest = Math.max(...inMs(animationDuration), ...inMs(transitionDuration));
      const name = `${element.tagName} ${element.getAttribute('class') ?? ''}`.trim();
      return longest > limit ? [`${name}: ${String(longest)} ms`] : [];
    });
  }, limitMs);

it('a double tap opens a sheet and does not close it again; a tap beside it does, once it has settled', async () => {
  const phone = await world().visitor();
  await phone.open(pagePath('account', 'me'));
  const opener = phone.page.getByText('关于', { exact: true }).filter({ visible: true }).first();
  const { x, y, width, height } = (await opener.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle: [number, number] = [x + width / 2, y + height / 2];
  await phone.page.mouse.dblclick(...middle);
  await phone.see('由谁提供');
  await phone.page.waitForFunction(() =>
    document.elementFromPoint(195, 20)?.getAttribute('class')?.includes('scrim'),
  );
  await phone.page.mouse.click(195, 20);
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
});

describe('motion', () => {
  const openSheet = async (phone: Phone): Promise<void> => {
    await phone.open(pagePath('account', 'me'));
    await phone.tap('关于');
    await phone.see('由谁提供');
  };

  it('is short', async () => {
    const phone = await world().visitor();
    await openSheet(phone);
    expect(await motionsOver(phone, LONGEST_MOTION_MS)).toEqual([]);
    expect(await motionsOver(phone, 0)).not.toEqual([]);
  });

  it('is none where the phone asks for none', async () => {
    const phone = await world().visitor();
    await phone.page.emulateMedia({ reducedMotion: 'reduce' });
    await openSheet(phone);
    expect(await motionsOver(phone, 0)).toEqual([]);
  });
});
