import type { Route } from 'playwright-core';
import type { Scene, Stage, Who } from './scene';

/** A screen that reads something: from it follow the states that every such screen must have. */
interface Reading {
  who: Who;
  query?: Scene['query'];
  /** Said by the content. */
  until: string | RegExp;
  /** The answers it waits for, e.g. `/policies`. */
  reads: RegExp;
  /** Said when the systems behind it are away; left out where nothing behind it can be. */
  away?: string | RegExp;
  /** From the content to the part that is of interest, e.g. an opened sheet. */
  after?: Scene['after'];
}

const isApi = (path: RegExp) => (url: URL) =>
  url.pathname.startsWith('/api/v1') && path.test(url.pathname.replace('/api/v1', ''));
/** Everything but the session itself: without that a screen says `log in`, not `no network`. */
const allButSession = /^\/(?!auth)/;

const onRead =
  (path: RegExp, answer: (route: Route) => Promise<unknown>) =>
  async ({ phone }: Stage): Promise<void> => {
    await phone.page.route(isApi(path), async (route) => {
      if (route.request().method() === 'GET') await answer(route);
      else await route.fallback();
    });
  };

const hold = (path: RegExp) => onRead(path, () => new Promise(() => undefined));

export const answerWith = (path: RegExp, status: number, body: object) =>
  onRead(path, (route) =>
    route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );

const fault = {
  type: 'about:blank',
  title: 'Internal',
  status: 500,
  code: 'INTERNAL',
  requestId: 'K7M2-4QX9',
};

/** Words a person or a company chose may be this long; those of ours are not. */
const LENGTHENED =
  /"(name|title|address|model|storeName|reason|from|insurerName)":"([^"{}]*[\u4e00-\u9fff][^"{}]*)"/g;

const lengthen = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const body = (await response.text()).replace(
    LENGTHENED,
    (_all, key: string, value: string) =>
      `"${key}":"${value}（高新技术产业开发区舜华路与经十东路交叉口旗舰）"`,
  );
  await route.fulfill({ response, body });
};

/** The real answer, with what belongs to a state that would not let go of the person it was made for. */
export const answerAlso = (path: RegExp, change: (answer: never) => unknown) =>
  onRead(path, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as never) });
  });

export const cutOff = async ({ phone }: Stage): Promise<void> => {
  await phone.page.route(isApi(allButSession), (route) => route.abort('internetdisconnected'));
};

const loseNetwork = async ({ phone }: Stage): Promise<void> => {
  await phone.context.setOffline(true);
};

/** The request never arrives and the client cannot know: nothing changes behind it, so that scenes stay independent. */
export const loseAnswerOf =
  (path: RegExp) =>
  async ({ phone }: Stage): Promise<void> => {
    await phone.page.route(isApi(path), async (route) => {
      if (route.request().method() === 'GET') await route.fallback();
      else await route.abort('connectionreset');
    });
  };

/** The states of a screen that reads: content, long words, first load, our fault, no network with and without content, systems away. */
export function reading({ who, query, until, reads, away, after }: Reading): Scene[] {
  const from = { who, query };
  const lost = '现在没有网络';
  const scenes: Scene[] = [
    { ...from, state: 'content', until, after },
    { ...from, state: 'long-names', until, before: onRead(reads, lengthen), after },
    { ...from, state: 'loading', until: 'aria-busy', before: hold(reads) },
    { ...from, state: 'error', until: /是我们出错了|再试一次/, before: answerWith(reads, 500, fault) },
    {
      ...from,
      state: 'offline-known',
      until: lost,
      async after(stage) {
        await stage.phone.see(until);
        await loseNetwork(stage);
      },
    },
    { ...from, state: 'offline-unknown', until: /没有连上网络|没有网络/, before: cutOff },
  ];
  if (away) scenes.push({ ...from, state: 'away', until: away, whileAway: true });
  return scenes;
}

/** The screen for somebody who has nothing yet, or who has not logged in. */
export const plain = (state: string, who: Who, until: Scene['until'], more: Partial<Scene> = {}): Scene => ({
  state,
  who,
  until,
  ...more,
});
