import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { messages } from './messages';

/** What else can be done with points and vouchers. */
export function Ways() {
  return (
    <Section title={messages.more}>
      <Card flush>
        <Rows>
          <Row
            icon="coin"
            title={messages.mall}
            detail={messages.mallHint}
            onTap={() => void goTo('mall/list')}
          />
          <Row
            icon="send"
            title={messages.give}
            detail={messages.giveHint}
            onTap={() => void goTo('transfers/list')}
          />
          <Row
            icon="list"
            title={messages.orders}
            detail={messages.ordersHint}
            onTap={() => void goTo('gifts/orders')}
          />
        </Rows>
      </Card>
    </Section>
  );
}
