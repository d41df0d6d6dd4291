import { transformSync, type PluginTarget } from '@babel/core';
import { minify } from '@swc/core';

const { AbortController } = jest.requireActual<{ AbortController: typeof globalThis.AbortController }>(
  '../../../config/weapp/abort-controller.cjs',
);
const pureContracts = jest.requireActual<PluginTarget>('../../../config/pure-contracts.cjs');

it('tells each listener of a read that is given up once, and none that has left', () => {
  const controller = new AbortController();
  const told: string[] = [];
  const gone = () => told.push('gone');
  controller.signal.addEventListener('abort', gone);
  controller.signal.addEventListener('abort', ({ type }) => told.push(type));
  controller.signal.removeEventListener('abort', gone);
  expect(controller.signal.aborted).toBe(false);
  controller.abort();
  controller.abort();
  expect(told).toEqual(['abort']);
  expect(controller.signal.aborted).toBe(true);
  expect(() => controller.signal.throwIfAborted()).toThrow('aborted');
});

const CONTRACT = `
  import * as z from 'zod/mini';
  const page = { limit: z.optional(z.int()) };
  const asked = z.strictObject({ ...page, phone: z.string().check(z.minLength(1, '请填写手机号')) });
  const told = z.object({ shown: z.string() });
  function refusing() { return z.never(); }
  export { told, refusing };
`;

it('leaves out of the client what a contract declares and nobody uses, and keeps the rest', async () => {
  const marked = transformSync(CONTRACT, { plugins: [pureContracts], configFile: false, babelrc: false });
  const { code } = await minify(marked?.code ?? '', { module: true, compress: true, mangle: false });
  expect(code).not.toContain('strictObject');
  expect(code).not.toContain('手机号');
  expect(code).not.toContain('limit');
  expect(code).toContain('shown');
  expect(code).toContain('never');
});
