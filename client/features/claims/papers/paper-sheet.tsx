import { Image, View } from '@tarojs/components';
import { pictureName } from '@/platform/field-name';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Pressable } from '@/ui/pressable';
import { Sheet } from '@/ui/sheet';
import { Line, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import type { Paper } from '../../../../bff/upstream/core/contract/claim-parts';
import { paperWords } from '../after-messages';
import { photoFrameWords, photoStripWords } from '../messages';
import styles from './paper-sheet.module.scss';
import { photoAddress } from '../photos/photo-address';
import { usePaperPhotos } from './use-paper-photos';

interface PaperSheetProps {
  claimId: string;
  paper: Paper;
  onClose: () => void;
}

/** Takes the pictures of one paper and hands them in together. */
export function PaperSheet({ claimId, paper, onClose }: PaperSheetProps) {
  const { control, pictures, problem, isWhole, take, remove, submit } = usePaperPhotos(
    claimId,
    paper,
    onClose,
  );
  const sending = pictures.length > 0 && !isWhole;
  return (
    <Sheet
      open
      title={paper.name}
      onClose={onClose}
      action={
        control.submission.status !== 'unknown' && (
          <Button wide busyText={paperWords.submitting} disabled={pictures.length === 0} onTap={submit}>
            {sending ? paperWords.sending : paperWords.submit(pictures.length)}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <SubmissionNotice control={control} />
        <Words size="sub" tone="ink2">
          {paper.whereToGet}
        </Words>
        {pictures.length === 0 && <Words size="sub">{paperWords.noPicture}</Words>}
        {pictures.length > 0 && (
          <View className={styles.pictures}>
            {pictures.map(({ id, queued, sent }, index) => (
              <View key={id} className={styles.picture}>
                <Image
                  {...pictureName(paper.name)}
                  className={styles.image}
                  src={queued?.path ?? (sent?.thumbUrl ? photoAddress(sent.thumbUrl) : '')}
                  mode="aspectFill"
                />
                <View className={styles.state}>
                  {sent
                    ? photoFrameWords.sent
                    : queued?.status === 'sending'
                      ? photoStripWords.sending(queued.percent)
                      : (queued?.words ?? paperWords.sending)}
                </View>
                <Pressable
                  className={styles.remove}
                  label={paperWords.remove(index + 1)}
                  onTap={() => remove(id)}
                >
                  <Icon name="x" size="s" />
                </Pressable>
              </View>
            ))}
          </View>
        )}
        <Line gap={2} wrap>
          <Button kind="soft" icon="camera" onTap={() => take('camera')}>
            {paperWords.shoot}
          </Button>
          <Button kind="soft" icon="image" onTap={() => take('album')}>
            {paperWords.album}
          </Button>
        </Line>
        {problem && <Notice tone="due">{problem}</Notice>}
      </Stack>
    </Sheet>
  );
}
