import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { documentVersion } from '@/platform/documents';
import { Card } from '@/ui/card';
import { formatFullDate } from '@/ui/format/time';
import { Page } from '@/ui/page';
import { TermRow } from '@/ui/term';
import { Heading, Words } from '@/ui/text';
import { documents, isDocumentName } from '../../documents';
import { documentWords } from '../../messages';
import styles from './index.module.scss';

/** The whole text of what is agreed to. */
export default function DocumentPage() {
  const { name } = useRouter().params;
  const { title, lead, chapters } = documents[isDocumentName(name) ? name : 'privacy'];
  return (
    <Page title={title}>
      <View className={styles.head}>
        <Words size="sub" tone="ink2">
          {lead}
        </Words>
        <Words size="small" tone="ink3">
          {documentWords.inForceFrom(formatFullDate(documentVersion))}
        </Words>
      </View>
      <Card>
        <View className={styles.chapters}>
          {chapters.map((chapter, index) => (
            <View key={chapter.title}>
              <Heading size="head">
                {index + 1}. {chapter.title}
              </Heading>
              <View className={styles.text}>{chapter.text}</View>
            </View>
          ))}
        </View>
      </Card>
      <TermRow text={chapters.map(({ text }) => text).join(' ')} />
    </Page>
  );
}
