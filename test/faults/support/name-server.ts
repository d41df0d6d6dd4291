import { createSocket } from 'node:dgram';

export interface NameServer {
  /** `address:port`, as a resolver takes it. */
  address: string;
  speak(): void;
  close(): Promise<void>;
}

function questionEnd(message: Buffer): number {
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) at += length + 1;
  return at + 5;
}

/** Every name is this machine, once it speaks; until then it takes questions and says nothing. */
function answerTo(message: Buffer): Buffer {
  const end = questionEnd(message);
  const forAddress = message.readUInt16BE(end - 4) === 1;
  const head = Buffer.from(message.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(forAddress ? 1 : 0, 6);
  head.fill(0, 8);
  const record = forAddress
    ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1])
    : Buffer.alloc(0);
  return Buffer.concat([head, message.subarray(12, end), record]);
}

export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4');
  let silent = true;
  socket.on('message', (message, from) => {
    if (!silent) socket.send(answerTo(message), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${String(socket.address().port)}`,
    speak() {
      silent = false;
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
