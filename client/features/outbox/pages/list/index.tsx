import { switchTab } from '@/platform/routes';
import type { WaitingWrite } from '@/platform/waiting-writes';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Words } from '@/ui/text';
import { messages } from '../../messages';
import { useOutbox } from '../../use-outbox';
import { WriteCard } from '../../write-card';

/** 待发送: everything that was done without network, and what became of it. */
export default function OutboxPage() {
  const outbox = useOutbox();
  const { online, waiting, refused, done } = outbox;
  const group = (title: string, writes: readonly WaitingWrite[]) =>
    writes.length > 0 && (
      <Section title={title}>
        {writes.map((write) => (
          <WriteCard
            key={write.id}
            write={write}
            online={online}
            onCancel={outbox.cancel}
            onAgain={outbox.doAgain}
            onDrop={outbox.drop}
          />
        ))}
      </Section>
    );
  return (
    <Page title={messages.title} isQueue>
      {waiting.length + refused.length + done.length === 0 ? (
        <Empty
          icon="send"
          title={messages.emptyTitle}
          action={{ text: messages.emptyAction, onTap: () => void switchTab('home') }}
        >
          {messages.emptyHint}
        </Empty>
      ) : (
        <>
          {waiting.length > 0 && (
            <Words size="sub" tone="ink2">
              {online ? messages.leadOnline : messages.lead}
            </Words>
          )}
          {group(messages.refusedSection, refused)}
          {group(messages.waitingSection, waiting)}
          {online && waiting.length > 0 && (
            <Button kind="ghost" wide icon="send" busyText={messages.sending} onTap={outbox.sendNow}>
              {messages.sendNow}
            </Button>
          )}
          {group(messages.doneSection, done)}
        </>
      )}
    </Page>
  );
}
