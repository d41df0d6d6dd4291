import type { SettlementLine } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { listLines, readSettlement } from './read-settlements';
import { statementFile } from './statement-file';

const PAGE = 1_000;

interface Scope {
  merchantId: string;
  settlementId: string;
}

async function allLines(club: Club, scope: Scope): Promise<SettlementLine[]> {
  const lines: SettlementLine[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await listLines(club, scope, { limit: PAGE, cursor });
    lines.push(...items);
    if (nextCursor === null) return lines;
    cursor = nextCursor;
  }
}

/** The whole statement as a spreadsheet. */
export async function downloadStatement(club: Club, scope: Scope): Promise<Buffer> {
  const statement = await readSettlement(club, scope, { limit: 1 });
  return statementFile(statement, await allLines(club, scope));
}
