import { useSignedIn } from '@/api/session';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Gifts } from '../../gifts';
import { messages } from '../../messages';
import { Points } from '../../points';
import { Services } from '../../services';
import { Vouchers } from '../../vouchers';
import { Ways } from '../../ways';

export default function LifePage() {
  const signedIn = useSignedIn();
  usePullToRefresh(['points'], ['vouchers'], ['gifts']);
  return (
    <Page title={messages.title} tab="life" ground="hero">
      {signedIn ? (
        <>
          <Points />
          <Ways />
          <Vouchers />
          <Gifts />
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
      <Services />
    </Page>
  );
}
