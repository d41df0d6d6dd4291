import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import type { IconName } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import type { Photos } from '../photos/use-shots';
import type { LinkView } from './api';
import { linkEndWords } from './messages';

interface LinkEndProps {
  view: LinkView;
  photos: Photos;
}

interface Standing {
  icon: IconName;
  tile: 'brand' | 'due' | 'grey' | 'bad';
  detail: string;
}

function standingOf({ view, photos }: LinkEndProps, shot: LinkView['required'][number]['shot']): Standing {
  const attempt = photos.tries[shot];
  const sent = view.sent.filter((one) => one.shot === shot).pop();
  if (attempt?.status === 'refused')
    return { icon: 'alert', tile: 'bad', detail: attempt.words ?? linkEndWords.refused };
  if (attempt) return { icon: 'send', tile: 'due', detail: linkEndWords.onPhone };
  if (sent) return { icon: 'check', tile: 'brand', detail: linkEndWords.at(formatInstant(sent.at)) };
  return { icon: 'camera', tile: 'grey', detail: linkEndWords.notTaken };
}

const titleOf = (received: number, sending: number): string =>
  sending > 0 ? linkEndWords.soFar : received > 0 ? linkEndWords.thanks : linkEndWords.noneYet;

/** The receipt: what has arrived and when, what is still on this phone, and whether the page may be closed. */
export function LinkEnd({ view, photos }: LinkEndProps) {
  const { required, sent, photosLeft } = view;
  const arrived = required.filter(({ shot }) => sent.some((one) => one.shot === shot)).length;
  const sending = Object.values(photos.tries).filter(({ status }) => status !== 'refused').length;
  return (
    <>
      <Stack gap={2}>
        <Heading>{titleOf(arrived, sending)}</Heading>
        <Words tone="ink2">{linkEndWords.received(arrived, required.length)}</Words>
      </Stack>
      {sending > 0 && (
        <Notice tone="due" icon="send">
          {linkEndWords.stillSending(sending)}
        </Notice>
      )}
      {sending === 0 && arrived > 0 && (
        <Notice tone="ok" icon="check">
          {linkEndWords.canClose}
        </Notice>
      )}
      {photosLeft <= 0 && <Notice icon="info">{linkEndWords.usedUp}</Notice>}
      <Card flush>
        {required.map(({ shot, name }) => {
          const { icon, tile, detail } = standingOf({ view, photos }, shot);
          return <Row key={shot} icon={icon} tile={tile} title={name} detail={detail} />;
        })}
      </Card>
    </>
  );
}
