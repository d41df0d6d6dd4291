import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const bff = path.resolve(__dirname, '../bff');
const CONTRACT = /(^|[\\/])contract(\.ts$|[\\/][^\\/]+\.ts$)/;

/** Names the shape of every answer this build understands: what a phone kept under another name is dropped unread. */
export function contractsId(): string {
  const files = ['http', 'features', 'upstream']
    .flatMap((folder) =>
      readdirSync(path.join(bff, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => CONTRACT.test(file))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n${readFileSync(path.join(bff, file), 'utf8')}\n`);
  return hash.digest('base64url').slice(0, 12);
}
