import { maskPhone } from '../../../../masking';
import type { Db } from '../db';
import { contactOf, staffColumns, type StaffColumns, type Words } from './staff-contact';

interface ReportRow extends StaffColumns {
  source: 'app' | 'hotline';
  casualties_sealed: Buffer;
  other_parties_sealed: Buffer;
}

export async function loadReport(words: Words, db: Db, claimId: string) {
  const { rows } = await db.query<ReportRow>(
    `select c.source, c.casualties_sealed, c.other_parties_sealed, ${staffColumns}
     from claims c left join staff s on s.id = c.supervisor_id where c.id = $1`,
    [claimId],
  );
  const row = rows[0];
  if (!row) throw new Error('a claim that was just read is gone');
  const open = (column: 'casualties_sealed' | 'other_parties_sealed') =>
    JSON.parse(words.fields.open('claims', column, claimId, row[column])) as unknown[];
  const casualties = open('casualties_sealed') as {
    side: 'own' | 'other';
    count: number;
    hospital?: string;
  }[];
  const others = open('other_parties_sealed') as {
    plate: string;
    insurer?: string;
    name?: string;
    phone?: string;
  }[];
  return {
    source: row.source,
    supervisor: contactOf(words, row),
    casualties: casualties.map(({ side, count, hospital }) => ({ side, count, hospital: hospital ?? null })),
    otherParties: others.map(({ plate, insurer, name, phone }) => ({
      plate,
      insurer: insurer ?? null,
      name: name ?? null,
      phoneMasked: phone ? maskPhone(phone) : null,
    })),
  };
}
