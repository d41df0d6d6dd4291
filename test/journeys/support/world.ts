import { existsSync } from 'node:fs';
import path from 'node:path';
import { signIn, type Caller } from '../../bff/features/caller';
import { startStack, type Stack } from '../../support/stack';
import { stopBrowser } from './browser';
import { newPhone, type Phone, type PhoneOptions } from './phone';
import { signInAs } from './sign-in';

export const webRoot = path.resolve(__dirname, '../../..', process.env.WEB_ROOT ?? 'dist/h5');

export interface World {
  stack: Stack;
  /** Somebody who has not signed in. */
  visitor(options?: PhoneOptions): Promise<Phone>;
  /** Somebody who has, as people do: with the code from the inbox. */
  person(number: string, options?: PhoneOptions): Promise<Phone>;
  /** The same person asking the server without any screen; signed in once a suite. */
  behind(number: string): Promise<Caller>;
}

/**
 * The whole product with the demonstration's people and the built web client, for one suite. After each test every phone must be without
 * trouble, then it is put away.
 */
export function useWorld(): () => World {
  let stack: Stack | undefined;
  const phones: Phone[] = [];
  const callers = new Map<string, Promise<Caller>>();

  beforeAll(async () => {
    if (!existsSync(path.join(webRoot, 'index.html'))) throw new Error('run `npm run build:h5` first');
    stack = await startStack({ seeded: true, webRoot });
  });
  afterEach(async () => {
    const used = phones.splice(0);
    const troubles = used.flatMap((phone) => phone.troubles);
    await Promise.all(used.map((phone) => phone.context.close()));
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await stopBrowser();
    await stack?.stop();
  });

  return () => {
    if (!stack) throw new Error('the product is not running yet');
    const running = stack;
    const visitor = async (options?: PhoneOptions) => {
      const phone = await newPhone(running.baseUrl, options);
      phones.push(phone);
      return phone;
    };
    return {
      stack: running,
      visitor,
      async person(number, options) {
        const phone = await visitor(options);
        await signInAs(phone, running, number);
        return phone;
      },
      behind(number) {
        const known = callers.get(number) ?? signIn(running, number);
        callers.set(number, known);
        return known;
      },
    };
  };
}
