import type { Pool } from 'pg';
import type { FieldCipher } from '../../crypto/field-cipher';
import { toInstant } from '../../http/instants';
import type { ViolationAnswer, ViolationQuery } from '../../upstream/violations/contract';
import { carIndexes, placeCell } from './car-fields';

const SOURCE = '山东省交管（演示）';
const COVERAGE =
  '覆盖山东省内的电子监控和现场处罚记录，不含外省。电子监控拍到后最多 5 天审核，审核完才查得到；查到 0 条不等于没有。';

interface RecordRow {
  id: string;
  occurred_at: Date;
  place_sealed: Buffer;
  behaviour: string;
  fine_fen: number;
  points: number;
  handled: boolean;
  paid: boolean;
}

const find = `
  select r.id, r.occurred_at, r.place_sealed, r.behaviour, r.fine_fen, r.points, r.handled, r.paid
  from cars c join records r on r.car_id = c.id
  where c.plate_index = $1 and c.vin_index = $2 and c.engine_no_index = $3 and c.plate_type = $4
    and r.entered_at <= now()
  order by r.occurred_at desc, r.id
  limit 200`;

/**
 * The records of one car. Plate, VIN and engine number must all belong to the same registered car; anything else is an
 * answer without records in the same shape, so that nobody learns from it whether a car exists.
 */
export async function queryRecords(
  { pool, cipher }: { pool: Pool; cipher: FieldCipher },
  query: ViolationQuery,
): Promise<ViolationAnswer> {
  const { plateIndex, vinIndex, engineNoIndex } = carIndexes(cipher, query);
  const { rows } = await pool.query<RecordRow>(find, [plateIndex, vinIndex, engineNoIndex, query.plateType]);
  const clock = await pool.query<{ now: Date }>('select now() as now');
  return {
    source: SOURCE,
    coverage: COVERAGE,
    fetchedAt: toInstant(clock.rows[0]?.now ?? new Date()),
    items: rows.map((row) => ({
      id: row.id,
      occurredAt: toInstant(row.occurred_at),
      place: cipher.open(row.place_sealed, placeCell(row.id)),
      behaviour: row.behaviour,
      fineFen: row.fine_fen,
      points: row.points,
      handled: row.handled,
      paid: row.paid,
    })),
  };
}
