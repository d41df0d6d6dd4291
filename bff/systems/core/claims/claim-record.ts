import type { CoreClaimSummary } from '../../../upstream/core/contract/claims';
import type { ClaimStatus, StaffRole } from '../rules/claim-stages';

/** A claim as the rules need it: opened, without what only the handlers read. */
export interface Claim {
  id: string;
  reportNo: string;
  status: ClaimStatus;
  scenario: CoreClaimSummary['scenario'];
  plate: string;
  injured: boolean;
  occurredAt: Date;
  reportedAt: Date;
  address: string;
  open: boolean;
  /** Whether the viewer's own cover stands behind it; false is 待核实. */
  verified: boolean;
}

export interface StepOwner {
  id: string;
  name: string;
  phone: string;
  /** What the person is, where that is not what the step asks for: a team lead who took over. */
  role?: StaffRole;
}

export interface Step {
  code: ClaimStatus;
  /** Null where a branch has nobody in the role: then the hotline owns the step. */
  owner: StepOwner | null;
  dueAt: Date | null;
  doneAt: Date | null;
}

export interface ReceivedPhoto {
  photoId: string;
  shot: string;
}
