/**
 * Loaded into the server under test before anything else: it measures the event loop from within, lets names be asked
 * of the test's name server, and can take one protection out, so that the test can show that it would notice.
 */
import dns from 'node:dns/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ConsecutiveBreaker, SamplingBreaker } from 'cockatiel';
import { RetryBudget } from '../../../bff/http/retry-budget';

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
process.on('message', () => {
  process.send?.(loop.percentile(99) / 1e6);
  loop.reset();
});
process.channel?.unref();

const nameServer = process.env.NAME_SERVER;
if (nameServer) {
  const servers = [nameServer];
  class TestResolver extends dns.Resolver {
    constructor(...options: ConstructorParameters<typeof dns.Resolver>) {
      super(...options);
      this.setServers(servers);
    }
  }
  Object.assign(dns, { Resolver: TestResolver });
}

const without = process.env.WITHOUT;
if (without === 'breaker') {
  ConsecutiveBreaker.prototype.failure = () => false;
  SamplingBreaker.prototype.failure = () => false;
}
if (without === 'retryBudget') RetryBudget.prototype.take = () => true;
