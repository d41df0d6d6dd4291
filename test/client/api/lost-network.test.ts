import * as z from 'zod/mini';
import { write } from '@/api/client';
import { failureOf } from '@/api/failures';
import { signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();

const failureOfWrite = async () => {
  try {
    await write({
      method: 'POST',
      path: '/things',
      body: {},
      schema: z.object({}),
      idempotencyKey: 'key-12345678',
    });
  } catch (error) {
    return failureOf(error).kind;
  }
  return undefined;
};

it('is not taken for an unsent write when the network goes away meanwhile', async () => {
  signIn();
  server().cutOnce('POST /things');
  const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(true).mockReturnValue(false);
  try {
    expect(await failureOfWrite()).toBe('uncertain');
    expect(network).toHaveBeenCalled();
  } finally {
    network.mockRestore();
  }
});
