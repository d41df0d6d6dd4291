import { verifiedMember } from '../../../../bff/systems/demo-people';
import { clubLookup, clubRedemptionAnswer, presentation } from '../../../../bff/upstream/club/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { issueVouchers } from '../../../deep/support/issue-vouchers';
import { actors, stores } from './actors';
import { newKey, parse, type ClubUnderTest, type Reply } from './start-club';

/** What a member and a clerk do, step by step, for tests that read as what happened. */
export function counterSteps(club: () => ClubUnderTest) {
  const present = async (voucherId: string) =>
    parse(
      await club().send('POST', `/vouchers/${voucherId}/presentations`, { as: actors.member }),
      presentation,
    );
  const lookUp = (code: string, as: Actor = actors.clerk, storeId?: string) =>
    club().send('POST', '/merchant/lookups', { as, body: { code, ...(storeId ? { storeId } : {}) } });
  const looked = async (code: string, as?: Actor, storeId?: string) =>
    parse(await lookUp(code, as, storeId), clubLookup);
  const confirm = (
    body: Record<string, unknown>,
    { as = actors.clerk as Actor, key = newKey() }: { as?: Actor; key?: string } = {},
  ): Promise<Reply> =>
    club().send('POST', '/merchant/redemptions', { as, key, body: { storeId: stores.first, ...body } });
  return {
    present,
    lookUp,
    looked,
    confirm,
    async issue(service = 'svc_wash', uses = 1): Promise<string> {
      const [voucherId = ''] = await issueVouchers(club(), {
        memberId: verifiedMember.memberId,
        service,
        count: 1,
        uses,
      });
      return voucherId;
    },
    /** Presents, looks up and hands over the token. */
    async scan(voucherId: string, as?: Actor): Promise<string> {
      const { qr } = await present(voucherId);
      return (await looked(qr, as)).scanToken ?? '';
    },
    async redeemed(body: Record<string, unknown>, options?: { as?: Actor; key?: string }) {
      return parse(await confirm(body, options), clubRedemptionAnswer).redemption;
    },
    reverse: (id: string, options: { as?: Actor; key?: string; reason?: string } = {}) =>
      club().send('POST', `/merchant/redemptions/${id}/reversal`, {
        as: options.as ?? actors.clerk,
        key: options.key ?? newKey(),
        body: { reason: options.reason ?? '扫错了券' },
      }),
  };
}
