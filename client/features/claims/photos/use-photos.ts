import { ensureConsent } from '@/api/consents';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { ownerOfReport } from '@/platform/photo-records';
import { keptClaim, readShownClaim } from '../case/use-case';
import { useReceived, useSentReport } from '../report/report-box';
import { shotsAtHand } from './shots-at-hand';
import { useShots, type PhotoList } from './use-shots';

/** Of a claim, or of a report that has not arrived yet: then the list is the one at hand, and the photos wait with the report. */
function useList(claimId: string, reportId: string) {
  const signedIn = useSignedIn();
  const received = useReceived(reportId);
  const report = useSentReport(reportId);
  const id = claimId || (received?.id ?? '');
  const claim = useRead({
    key: ['claims', id],
    read: ({ signal }) => readShownClaim(id, signal),
    kept: keptClaim,
    enabled: signedIn && id !== '',
  });
  const atHand: PhotoList | undefined = report && {
    scenario: report.scenario,
    required: shotsAtHand(report.scenario, report.injured),
    received: [],
  };
  const known = claim.data && { scenario: claim.data.scenario, ...claim.data.photos };
  const list = known ?? (id === '' ? atHand : undefined);
  return { signedIn, claim, id, list };
}

interface PhotosOf {
  claimId: string;
  /** The request id of a report that is still on this phone. */
  reportId: string;
}

/** The photos of a member's claim. */
export function usePhotos({ claimId, reportId }: PhotosOf) {
  const { signedIn, claim, id, list } = useList(claimId, reportId);
  const photos = useShots({
    list,
    owner: id || ownerOfReport(reportId),
    waitsForReport: id === '',
    agree: ensureConsent,
  });
  return { signedIn, claim, id, list, photos };
}
