import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { isIP, type LookupFunction } from 'node:net';

interface Address {
  address: string;
  family: 4 | 6;
}

interface Known {
  addresses: Address[];
  at: number;
}

export interface DnsLookupOptions {
  /** Addresses of name servers, for tests; the system's otherwise. */
  servers?: string[];
  /** Asked for one name server and one try; there are two tries. */
  timeoutMs?: number;
  freshMs?: number;
}

const FRESH_MS = 30_000;
const USABLE_MS = 30 * 60_000;
const NO_SUCH_RECORD = new Set(['ENODATA', 'ENOTFOUND']);

/** `/etc/hosts` is where an operator pins an intranet name; the resolver alone would not look there. */
function readHostsFile(): Map<string, Address> {
  const known = new Map<string, Address>();
  let text = '';
  try {
    text = readFileSync('/etc/hosts', 'utf8');
  } catch {
    return known;
  }
  for (const line of text.split('\n')) {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    const family = isIP(address);
    if (family !== 4 && family !== 6) continue;
    for (const name of names) if (!known.has(name) || family === 4) known.set(name, { address, family });
  }
  return known;
}

/**
 * Node's default look-up blocks one of four pool threads for seconds when a name server is dead, and with them every
 * other upstream, file and hash. This one asks over the event loop, with a short limit, remembers answers for 30 s,
 * and keeps using the last known addresses while the name server is away (half an hour at most). Names must be fully qualified.
 */
export function createDnsLookup(options: DnsLookupOptions = {}): LookupFunction {
  const resolver = new Resolver({ timeout: options.timeoutMs ?? 400, tries: 2 });
  if (options.servers) resolver.setServers(options.servers);
  const hosts = readHostsFile();
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<Address[]>>();

  async function ask(name: string): Promise<Address[]> {
    try {
      return (await resolver.resolve4(name)).map((address) => ({ address, family: 4 }));
    } catch (error) {
      // Only a name server that answered is worth a second question.
      if (!NO_SUCH_RECORD.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      const found = await resolver.resolve6(name).catch(() => []);
      if (found.length === 0) throw error;
      return found.map((address) => ({ address, family: 6 }));
    }
  }

  async function refresh(name: string): Promise<Address[]> {
    try {
      const addresses = await ask(name);
      known.set(name, { addresses, at: Date.now() });
      return addresses;
    } finally {
      asking.delete(name);
    }
  }

  function askOnce(name: string): Promise<Address[]> {
    const running = asking.get(name) ?? refresh(name);
    asking.set(name, running);
    return running;
  }

  /** Past its freshness an address is used once more while the next one is fetched: nobody waits for a name server. */
  function resolve(name: string): Promise<Address[]> {
    const remembered = known.get(name);
    const age = remembered ? Date.now() - remembered.at : Infinity;
    if (!remembered || age > USABLE_MS) return askOnce(name);
    if (age >= (options.freshMs ?? FRESH_MS)) askOnce(name).catch(() => undefined);
    return Promise.resolve(remembered.addresses);
  }

  return (hostname, { all }, callback) => {
    const fixed =
      hostname === 'localhost' ? { address: '127.0.0.1', family: 4 as const } : hosts.get(hostname);
    const answer = fixed ? Promise.resolve([fixed]) : resolve(hostname);
    answer.then(
      (addresses) => {
        const first = addresses[0];
        if (all || !first) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}
