import pg, { type ClientBase } from 'pg';
import type { FieldCipher } from '../crypto/field-cipher';
import { StartProblem } from '../start-problem';

const KNOWN_VALUE = '车主俱乐部 key check';

interface CheckRow {
  key_id: string;
  check_sealed: Buffer;
  check_index: Buffer;
}

function opens(row: CheckRow, schema: string, cipher: FieldCipher): boolean {
  try {
    const cell = { column: `${schema}.key_check.check_sealed`, rowId: row.key_id };
    return cipher.open(row.check_sealed, cell) === KNOWN_VALUE;
  } catch {
    return false;
  }
}

function refuse(schema: string, row: CheckRow): never {
  throw new StartProblem(
    `DATA_KEY does not fit the data in schema "${schema}": fields there were sealed with key ${row.key_id}. Start with that key, or put it behind the new one (DATA_KEY=new,old).`,
  );
}

/**
 * Every key that ever sealed in this schema leaves a known value here. A start with a wrong or incomplete key stops at once, instead of
 * failing at the first member who logs in, or worse, sealing new rows with a second key. Call it while holding the migration lock.
 */
export async function checkKeys(client: ClientBase, schema: string, cipher: FieldCipher): Promise<void> {
  const table = `${pg.escapeIdentifier(schema)}.key_check`;
  const { rows } = await client.query<CheckRow>(`select key_id, check_sealed, check_index from ${table}`);
  const index = cipher.blindIndex(`${schema}.key_check.check_index`, KNOWN_VALUE);
  const wrong = rows.find((row) => !opens(row, schema, cipher) || !index.equals(row.check_index));
  if (wrong) refuse(schema, wrong);
  if (rows.some((row) => row.key_id === cipher.currentKeyId)) return;
  const cell = { column: `${schema}.key_check.check_sealed`, rowId: cipher.currentKeyId };
  await client.query(`insert into ${table} (key_id, check_sealed, check_index) values ($1, $2, $3)`, [
    cipher.currentKeyId,
    cipher.seal(KNOWN_VALUE, cell),
    index,
  ]);
}
