import { goTo, switchTab } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { messages } from './messages';

const words = messages.workspace;

/** What is done beside the counter. Money is the owner's affair; who works here and the hours can be read by everybody. */
export function WorkspaceMenu({ isOwner }: { isOwner: boolean }) {
  return (
    <>
      <Section title={words.more}>
        <Card flush>
          <Rows>
            {isOwner && (
              <Row
                icon="coin"
                title={words.settlements}
                detail={words.settlementsHint}
                onTap={() => void goTo('merchant/settlements')}
              />
            )}
            <Row
              icon="people"
              title={words.staff}
              detail={isOwner ? words.staffHintOwner : words.staffHint}
              onTap={() => void goTo('merchant/staff')}
            />
            <Row
              icon="store"
              title={words.stores}
              detail={words.storesHint}
              onTap={() => void goTo('merchant/stores')}
            />
          </Rows>
        </Card>
      </Section>
      <Button kind="text" onTap={() => switchTab('me')}>
        {words.toMember}
      </Button>
    </>
  );
}
