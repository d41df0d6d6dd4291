import { urlOf } from '@/platform/routes';
import { linkTo } from '@/platform/share-link';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { LinkWays } from '@/ui/link-ways';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { inviteWords as words } from './messages';

/** The link, and every way it can reach a friend by the member's own hand. */
export function InvitationCard({ code }: { code: string }) {
  const url = linkTo(urlOf('referral/invited', { ref: code }));
  return (
    <Card>
      <Stack gap={3}>
        <Heading size="head">{words.ready}</Heading>
        <Words size="sub" tone="ink2">
          {words.readyHint}
        </Words>
        {url === undefined ? (
          <Button wide icon="chat" openType="share">
            {words.wechat}
          </Button>
        ) : (
          <LinkWays url={url} title={words.card} words={words} />
        )}
      </Stack>
    </Card>
  );
}
