import { Image, View } from '@tarojs/components';
import { previewPhotos } from '@/platform/photo-preview';
import { goTo } from '@/platform/routes';
import { pictureName } from '@/platform/field-name';
import { Card } from '@/ui/card';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import styles from './case-photos.module.scss';
import { AskBySms } from '../link/ask-by-sms';
import { beforeSurvey } from './case-steps';
import { photoAddress } from '../photos/photo-address';
import { casePhotosWords } from '../messages';

/** The pictures that have arrived; a tap shows one large. */
export function CasePhotos({ claim }: { claim: ClaimDetail }) {
  const { required, received } = claim.photos;
  const isTime = beforeSurvey(claim);
  if (received.length === 0 && (required.length === 0 || !isTime)) return null;
  const nameOf = (wanted: string) =>
    required.find(({ shot }) => shot === wanted)?.name ?? casePhotosWords.other;
  const addresses = received.map(({ url }) => photoAddress(url));
  const add = claim.open
    ? {
        text: received.length > 0 ? casePhotosWords.retake : casePhotosWords.take,
        onTap: () => void goTo('claims/photo', { id: claim.id }),
      }
    : undefined;
  return (
    <Section title={casePhotosWords.title(received.length)} link={add}>
      <Card>
        {received.length === 0 ? (
          <Words size="sub" tone="ink2">
            {casePhotosWords.none}
          </Words>
        ) : (
          <View className={styles.photos}>
            {received.map((photo, index) => (
              <Pressable
                key={photo.id}
                className={styles.photo}
                label={casePhotosWords.open(nameOf(photo.shot))}
                onTap={() => void previewPhotos(addresses, index)}
              >
                <Image
                  {...pictureName('')}
                  className={styles.picture}
                  src={photo.thumbUrl && photoAddress(photo.thumbUrl)}
                  mode="aspectFill"
                />
                <View className={styles.name}>{nameOf(photo.shot)}</View>
              </Pressable>
            ))}
          </View>
        )}
      </Card>
      {isTime && claim.status !== 'queued' && <AskBySms claimId={claim.id} />}
    </Section>
  );
}
