import { Image, View } from '@tarojs/components';
import { previewPhotos } from '@/platform/photo-preview';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Words } from '@/ui/text';
import type { ClaimDetail } from '../../../bff/features/claims/contract';
import styles from './case-photos.module.scss';
import { photoAddress } from './photo-address';

/** The pictures that have arrived; a tap shows one large. */
export function CasePhotos({ claim }: { claim: ClaimDetail }) {
  const { required, received } = claim.photos;
  if (required.length === 0 && received.length === 0) return null;
  const nameOf = (wanted: string) => required.find(({ shot }) => shot === wanted)?.name ?? '其他';
  const addresses = received.map(({ url }) => photoAddress(url));
  const add = claim.open
    ? { text: '再拍', onTap: () => void goTo('claims/photo', { id: claim.id }) }
    : undefined;
  return (
    <Section title={`照片 ${received.length} 张`} link={add}>
      <Card>
        {received.length === 0 ? (
          <Words size="sub" tone="ink2">
            还没有照片。现场方便时再拍，不影响报案。
          </Words>
        ) : (
          <View className={styles.photos}>
            {received.map((photo, index) => (
              <Pressable
                key={photo.id}
                className={styles.photo}
                label={`${nameOf(photo.shot)}，点开看大图`}
                onTap={() => void previewPhotos(addresses, index)}
              >
                <Image className={styles.picture} src={photoAddress(photo.thumbUrl)} mode="aspectFill" />
                <View className={styles.name}>{nameOf(photo.shot)}</View>
              </Pressable>
            ))}
          </View>
        )}
      </Card>
    </Section>
  );
}
