import { createSocket, type Socket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { createDnsLookup } from '../../../bff/http/dns-lookup';

/** A name server on a real UDP socket: it counts the questions and answers A records by `answers`, or not at all. */
async function nameServer(answers: Record<string, string>) {
  const questions: string[] = [];
  let silent = false;
  const socket: Socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
      labels.push(message.toString('ascii', at + 1, at + 1 + length));
      at += length + 1;
    }
    const name = labels.join('.');
    const type = message.readUInt16BE(at + 1);
    if (type === 1) questions.push(name);
    socket.emit('question');
    if (silent) return;
    const address = type === 1 ? answers[name] : undefined;
    const header = Buffer.from(message.subarray(0, 12));
    header.writeUInt16BE(address || answers[name] ? 0x8180 : 0x8183, 2);
    header.writeUInt16BE(address ? 1 : 0, 6);
    header.fill(0, 8);
    const record = address
      ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)])
      : Buffer.alloc(0);
    socket.send(Buffer.concat([header, message.subarray(12, at + 5), record]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${String(socket.address().port)}`,
    questions,
    nextQuestion: () => new Promise((resolve) => socket.once('question', resolve)),
    fallSilent: () => (silent = true),
    close: () => new Promise<void>((resolve) => socket.close(resolve)),
  };
}

let dns: Awaited<ReturnType<typeof nameServer>>;
beforeEach(async () => {
  dns = await nameServer({ 'core.insurer.example': '10.1.2.3' });
});
afterEach(() => dns.close());

function lookUp(lookup: ReturnType<typeof createDnsLookup>, name: string) {
  return new Promise<string | LookupAddress[]>((resolve, reject) => {
    lookup(name, { all: true }, (error, address) => (error ? reject(error) : resolve(address)));
  });
}
const ten = [{ address: '10.1.2.3', family: 4 }];

describe('looking up a name', () => {
  it('asks once for many callers and remembers the answer', async () => {
    const lookup = createDnsLookup({ servers: [dns.address] });
    const names = Array.from({ length: 20 }, () => lookUp(lookup, 'core.insurer.example'));
    expect(await Promise.all(names)).toEqual(Array.from({ length: 20 }, () => ten));
    await lookUp(lookup, 'core.insurer.example');
    expect(dns.questions).toEqual(['core.insurer.example']);
  });

  it('gives one address where one is asked for', async () => {
    const lookup = createDnsLookup({ servers: [dns.address] });
    const answer = await new Promise((resolve) =>
      lookup('core.insurer.example', {}, (_error, address, family) => resolve([address, family])),
    );
    expect(answer).toEqual(['10.1.2.3', 4]);
  });

  it('keeps the last known address while the name server is away', async () => {
    const lookup = createDnsLookup({ servers: [dns.address], freshMs: 0 });
    await lookUp(lookup, 'core.insurer.example');
    dns.fallSilent();
    const again = dns.nextQuestion();
    expect(await lookUp(lookup, 'core.insurer.example')).toEqual(ten);
    await again;
    expect(await lookUp(lookup, 'core.insurer.example')).toEqual(ten);
  });

  it('fails for a name that does not exist', async () => {
    const lookup = createDnsLookup({ servers: [dns.address] });
    await expect(lookUp(lookup, 'nobody.example')).rejects.toThrow(/ENOTFOUND/);
  });

  it('never asks for localhost', async () => {
    const lookup = createDnsLookup({ servers: [dns.address] });
    expect(await lookUp(lookup, 'localhost')).toEqual([{ address: '127.0.0.1', family: 4 }]);
    expect(dns.questions).toEqual([]);
  });

  it('delays nobody else while a dead name server is asked', async () => {
    dns.fallSilent();
    const lookup = createDnsLookup({ servers: [dns.address], timeoutMs: 100 });
    const dead = Array.from({ length: 6 }, (_unused, index) =>
      lookUp(lookup, `dead${String(index)}.example`).catch(() => 'dead'),
    );
    const first = await Promise.race([lookUp(lookup, 'localhost').then(() => 'healthy'), ...dead]);
    expect(first).toBe('healthy');
    expect(new Set(await Promise.all(dead))).toEqual(new Set(['dead']));
  });
});
