import endServer from '../../support/database-server-end';
import startServer from '../../support/database-server';
import { startStack } from '../../support/stack';

/** The whole product with the demonstration's people in a process of its own: the bundle's host lives in a browser-like one, where no server should, and a measured server shares no thread with its measurer. */
async function main(): Promise<void> {
  await startServer();
  const stack = await startStack({ seeded: true, webRoot: process.env.WEB_ROOT });
  const leave = () =>
    void stack
      .stop()
      .then(endServer)
      .then(() => process.exit(0));
  process.once('SIGTERM', leave);
  process.stdout.write(
    `product ${JSON.stringify({ baseUrl: stack.baseUrl, wechat: stack.systems.wechat })}\n`,
  );
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
