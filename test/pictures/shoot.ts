import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pagePath } from '../journeys/support/sign-in';
import type { Phone } from '../journeys/support/phone';
import { sizes, type SizeName, type Theme, type Wanted } from './look';
import type { Scene, Stage } from './scene';

export interface Shot {
  route: string;
  state: string;
  theme: Theme;
  size: SizeName;
  /** Below the folder of the pictures. */
  file: string;
  fullFile?: string;
  /** The state was not reached: the picture shows what stood there instead. */
  trouble?: string;
}

const BUSY = 'aria-busy';
/** `features/claims/pages/case/index` → the address of the page. */
const addressOf = (file: string): string => {
  const [, feature = '', , page = ''] = file.split('/');
  return pagePath(feature, page);
};

async function reach(scene: Scene, file: string, stage: Stage): Promise<string | undefined> {
  const { phone } = stage;
  try {
    await scene.before?.(stage);
    const query = scene.query ? `?${scene.query(stage.ids)}` : '';
    await phone.open(addressOf(file) + query);
    await scene.after?.(stage);
    if (scene.until === BUSY) await phone.page.locator('[aria-busy="true"]').first().waitFor();
    else await phone.see(scene.until);
    await settle(phone);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 600) : String(error);
  }
}

/** Answers that are still under way have come, and pictures are drawn; held ones are not waited for. */
async function settle(phone: Phone): Promise<void> {
  await phone.page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => undefined);
}

/** The height of everything there is to scroll, in whatever element scrolls. */
const wholeHeight = (phone: Phone): Promise<number> =>
  phone.page.evaluate(() => {
    const heights = [
      document.documentElement,
      ...document.querySelectorAll('.taro_page, .taro-tabbar__panel'),
    ]
      .filter((element) => element.clientHeight > 0)
      .map((element) => element.scrollHeight);
    return Math.max(...heights);
  });

async function picture(phone: Phone, target: string): Promise<void> {
  await phone.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await phone.page.screenshot({ path: target, animations: 'disabled', caret: 'hide' });
}

const MAX_FULL_PX = 6_000;

async function pictureOfAll(phone: Phone, size: SizeName, target: string): Promise<boolean> {
  const { width, height } = sizes[size];
  const whole = Math.min(await wholeHeight(phone), MAX_FULL_PX);
  if (whole <= height + 1) return false;
  await phone.page.setViewportSize({ width, height: whole });
  await picture(phone, target);
  await phone.page.setViewportSize({ width, height });
  return true;
}

interface Sitting {
  route: string;
  file: string;
  scene: Scene;
  stage: Stage;
  themes: Theme[];
  wanted: Wanted;
}

/** Opens the scene once and takes it in each of the themes and sizes that one page can show. */
export async function shoot({ route, file, scene, stage, themes, wanted }: Sitting): Promise<Shot[]> {
  const { phone } = stage;
  const trouble = await reach(scene, file, stage);
  const shots: Shot[] = [];
  for (const size of wanted.sizes) {
    await phone.page.setViewportSize(sizes[size]);
    for (const theme of themes) {
      await phone.page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
      const name = path.join(theme, size, `${route.replace('/', '-')}--${scene.state}`);
      const shot: Shot = { route, state: scene.state, theme, size, file: `${name}.png`, trouble };
      await mkdir(path.join(wanted.out, theme, size), { recursive: true });
      await picture(phone, path.join(wanted.out, shot.file));
      if (wanted.full && (await pictureOfAll(phone, size, path.join(wanted.out, `${name}--full.png`)))) {
        shot.fullFile = `${name}--full.png`;
      }
      shots.push(shot);
    }
  }
  return shots;
}
