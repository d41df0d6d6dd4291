import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import type { CoreDeps } from '../../core-deps';
import { staffRoles, type StaffRole } from '../../rules/claim-stages';

type Contact = CoreClaimDetail['dispatch']['surveyor'];
/** What putting a claim into words takes. */
export type Words = Pick<CoreDeps, 'fields' | 'insurerName' | 'hotline'>;

export interface StaffColumns {
  staff_id: string | null;
  staff_role: StaffRole;
  staff_name_sealed: Buffer;
  staff_phone_sealed: Buffer;
}
export const staffColumns = `s.id as staff_id, s.role as staff_role, s.name_sealed as staff_name_sealed, s.phone_sealed as staff_phone_sealed`;

export function contactOf({ fields }: Words, row: StaffColumns): Contact {
  if (!row.staff_id) return null;
  return {
    name: fields.open('staff', 'name_sealed', row.staff_id, row.staff_name_sealed),
    role: staffRoles[row.staff_role],
    phone: fields.open('staff', 'phone_sealed', row.staff_id, row.staff_phone_sealed),
  };
}

export const hotlineOf = ({ insurerName, hotline }: Words) => ({
  name: insurerName,
  role: '客服',
  phone: hotline,
});
