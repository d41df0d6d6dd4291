import { inTransaction } from '../../../database/transaction';
import type { SystemDeps } from '../../system';
import { ensureReferenceRows } from '../reference-rows';
import { seedBenefits } from './seed-benefits';
import { seedOpenGifts, seedPackages } from './seed-gifts';
import { seedMall } from './seed-mall';
import { seedMembers, seedVehicles } from './seed-members';
import { seedBranches, seedClerks, seedMerchants, seedServices } from './seed-network';
import { seedPoints } from './seed-points';
import { seedSettlements } from './seed-settlements';
import { createSeededRandom } from './seeded-random';
import type { Seeding } from './seeding';

const START = 20_260_101;

/** The demonstration, all of it or none, reproducible, with times relative to the database's clock. A club that has services already is left alone. */
export async function seedClub(
  deps: Pick<SystemDeps, 'pool' | 'cipher' | 'settings' | 'deriveKey'>,
): Promise<void> {
  await inTransaction(deps.pool, async (client) => {
    const { rows } = await client.query<{ now: Date; filled: boolean }>(
      'select now() as now, exists (select 1 from services) as filled',
    );
    const first = rows[0];
    if (!first || first.filled) return;
    const seeding: Seeding = {
      client,
      cipher: deps.cipher,
      inputKey: deps.deriveKey('request-input'),
      random: createSeededRandom(START),
      now: first.now,
      insurerName: deps.settings.insurerName,
    };
    await seedBranches(seeding);
    await ensureReferenceRows(client);
    await seedServices(seeding);
    await seedMerchants(seeding);
    await seedClerks(seeding);
    await seedMembers(seeding);
    await seedVehicles(seeding);
    await seedPackages(seeding);
    await seedOpenGifts(seeding);
    await seedBenefits(seeding);
    await seedSettlements(seeding);
    await seedPoints(seeding);
    await seedMall(seeding);
  });
}
