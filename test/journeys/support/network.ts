import type { Phone } from './phone';

export interface CutLine {
  /** Requests that reached the server although their answer never came back. */
  reached: number;
  mend(): Promise<void>;
}

/** The request gets through, the server does it, and the answer is lost on the way back. */
export async function cutAnswersOf(phone: Phone, method: string, path: RegExp): Promise<CutLine> {
  const isApi = (url: URL) => path.test(url.pathname.replace('/api/v1', ''));
  const line: CutLine = { reached: 0, mend: () => phone.page.unroute(isApi) };
  await phone.page.route(isApi, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    line.reached += 1;
    await route.abort('connectionreset');
  });
  return line;
}
