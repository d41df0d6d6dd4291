import { elderMember, unverifiedMember, verifiedMember } from '../../demo-people';
import { demoPackages, type DemoPackage } from './demo-gifts';
import * as packages from './demo-gifts';
import { CITY_BRANCH } from './seed-network';
import { day, insert, type Seeding } from './seeding';

export async function seedPackages(seeding: Seeding): Promise<void> {
  for (const given of demoPackages) {
    await insert(seeding, 'gift_packages', {
      id: given.id,
      branch_id: CITY_BRANCH,
      title: given.title,
      giver: `${seeding.insurerName}济南中心支公司`,
      basis: given.basis,
      validity_text: given.validity,
      stock: given.stock,
      created_at: day(seeding, -420),
    });
    for (const [position, content] of given.contents.entries()) {
      await insert(seeding, 'gift_contents', {
        package_id: given.id,
        position: position + 1,
        service_id: content.service,
        quantity: content.quantity,
        uses_each: content.uses ?? 1,
        amount_total_fen: content.amountFen ?? null,
        validity_days: content.days,
      });
    }
  }
}

export interface SeededGift {
  id: string;
  given: DemoPackage;
  memberId: string;
  offeredDaysAgo: number;
  expiresInDays: number;
  claimedDaysAgo?: number;
}

/** Grants one gift and counts it against the package's stock. */
export async function seedGift(seeding: Seeding, gift: SeededGift): Promise<void> {
  const { claimedDaysAgo } = gift;
  await insert(seeding, 'gifts', {
    id: gift.id,
    package_id: gift.given.id,
    member_id: gift.memberId,
    branch_id: CITY_BRANCH,
    grant_key: `demo:${gift.memberId}`,
    state: claimedDaysAgo === undefined ? 'offered' : 'claimed',
    offered_at: day(seeding, -gift.offeredDaysAgo, 9),
    expires_at: day(seeding, gift.expiresInDays, 0),
    claimed_at: claimedDaysAgo === undefined ? null : day(seeding, -claimedDaysAgo, 12),
  });
  await seeding.client.query('update gift_packages set issued = issued + 1 where id = $1', [gift.given.id]);
}

/** What waits to be claimed, and one whose last day has passed. */
export async function seedOpenGifts(seeding: Seeding): Promise<void> {
  const offer = (given: DemoPackage, memberId: string, days: { ago: number; left: number }) =>
    seedGift(seeding, {
      id: seeding.random.uuid(),
      given,
      memberId,
      offeredDaysAgo: days.ago,
      expiresInDays: days.left,
    });
  await offer(packages.winterPackage, verifiedMember.memberId, { ago: 2, left: 28 });
  await offer(packages.carePackage, verifiedMember.memberId, { ago: 10, left: 20 });
  await offer(packages.summerPackage, verifiedMember.memberId, { ago: 150, left: -90 });
  await offer(packages.welcomePackage, unverifiedMember.memberId, { ago: 9, left: 21 });
  await offer(packages.carePackage, elderMember.memberId, { ago: 5, left: 25 });
}
