import { loadPending } from '@/api/pending-write';
import { useSignedIn } from '@/api/session';
import { goTo } from '@/platform/routes';
import { storedKeysUnder } from '@/platform/storage';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { keptWords } from './messages';

const REPORT_FORM = 'claim-report';
const PHOTO_FOLDER = 'draft:photo:';

/** A report or photos that have not left this phone: never out of sight, and one tap from where they are. */
export function ReportKept() {
  const signedIn = useSignedIn();
  const report = useWaitingWrites(({ writes }) =>
    writes.find(({ formKey, state }) => formKey === REPORT_FORM && state !== 'done'),
  );
  const isAsked = loadPending(REPORT_FORM) !== undefined;
  const photos = storedKeysUnder(PHOTO_FOLDER).length;
  const waits = report !== undefined || isAsked;
  if (!waits && photos === 0) return null;
  const onItsWay = isAsked || report?.state === 'sending' || report?.state === 'unknown';
  return (
    <Card flush>
      {waits && (
        <Row
          icon={onItsWay ? 'send' : 'cloudoff'}
          tile="due"
          title={onItsWay ? keptWords.sending : keptWords.onPhone}
          detail={signedIn ? keptWords.byItself : keptWords.afterLogin}
          onTap={() => void (signedIn ? goTo('claims/report') : goTo('account/login'))}
        />
      )}
      {photos > 0 && (
        <Row
          icon="camera"
          tile="due"
          title={keptWords.photos(photos)}
          detail={keptWords.photosMean}
          onTap={() => void (waits ? goTo('claims/report') : goTo('claims/list'))}
        />
      )}
    </Card>
  );
}
