import { loadPending } from '@/api/pending-write';
import { useSignedIn } from '@/api/session';
import { useOnline } from '@/platform/online';
import { useKeptPhotoCounts } from '@/platform/photo-records';
import { goTo } from '@/platform/routes';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { keptWords } from './messages';

const REPORT_FORM = 'claim-report';

/** They go out by themselves; what they wait for is said. */
function photosMean({ signedIn, online, waits }: Record<'signedIn' | 'online' | 'waits', boolean>): string {
  if (!signedIn) return keptWords.photosAfterLogin;
  if (waits) return keptWords.photosAfterReport;
  return online ? keptWords.photosGo : keptWords.photosWait;
}

/** A report or photos that have not left this phone: never out of sight, and one tap from where they are. */
export function ReportKept() {
  const signedIn = useSignedIn();
  const report = useWaitingWrites(({ writes }) =>
    writes.find(({ formKey, state }) => formKey === REPORT_FORM && state !== 'done'),
  );
  const isAsked = loadPending(REPORT_FORM) !== undefined;
  const online = useOnline((state) => state.online);
  const { toSend, refused } = useKeptPhotoCounts();
  const waits = report !== undefined || isAsked;
  if (!waits && toSend + refused === 0) return null;
  const isRefused = !isAsked && report?.state === 'refused';
  const onItsWay = isAsked || report?.state === 'sending' || report?.state === 'unknown';
  return (
    <Card flush>
      {isRefused && (
        <Row
          icon="alert"
          tile="bad"
          title={keptWords.refused}
          detail={keptWords.refusedMeans}
          onTap={() => void (signedIn ? goTo('claims/report') : goTo('account/login'))}
        />
      )}
      {waits && !isRefused && (
        <Row
          icon={onItsWay ? 'send' : 'cloudoff'}
          tile="due"
          title={onItsWay ? keptWords.sending : keptWords.onPhone}
          detail={signedIn ? keptWords.byItself : keptWords.afterLogin}
          onTap={() => void (signedIn ? goTo('claims/report') : goTo('account/login'))}
        />
      )}
      {toSend > 0 && (
        <Row
          icon={signedIn && online && !waits ? 'send' : 'camera'}
          tile="due"
          title={keptWords.photos(toSend)}
          detail={photosMean({ signedIn, online, waits })}
          onTap={() => void (waits ? goTo('claims/report') : goTo('claims/list'))}
        />
      )}
      {refused > 0 && (
        <Row
          icon="camera"
          tile="bad"
          title={keptWords.retake(refused)}
          detail={keptWords.retakeMeans}
          onTap={() => void goTo('claims/list')}
        />
      )}
    </Card>
  );
}
