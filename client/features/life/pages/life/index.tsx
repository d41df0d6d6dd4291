import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { ErrorState } from '@/ui/error-state';
import { Page } from '@/ui/page';
import { Gifts } from '../../gifts';
import { messages } from '../../messages';
import { Points } from '../../points';
import { Services } from '../../services';
import { isToldAbove, useLife } from '../../use-life';
import { Vouchers } from '../../vouchers';
import { Ways } from '../../ways';

export default function LifePage() {
  const { signedIn, points, vouchers, gifts, trouble, coming } = useLife();
  usePullToRefresh(['points'], ['vouchers'], ['gifts']);
  return (
    <Page title={messages.title} tab="life" ground="hero">
      {signedIn ? (
        <>
          {trouble && <ErrorState failure={trouble.failure} onRetry={trouble.retry} />}
          {!isToldAbove(points, trouble) && <Points read={points} />}
          <Ways />
          {!isToldAbove(vouchers, trouble) && <Vouchers read={vouchers} />}
          {!isToldAbove(gifts, trouble) && <Gifts read={gifts} />}
        </>
      ) : (
        <Empty
          icon="ticket"
          title={messages.loginTitle}
          action={{ text: messages.login, onTap: () => void goTo('account/login') }}
        >
          {messages.loginHint}
        </Empty>
      )}
      {!coming && <Services />}
    </Page>
  );
}
