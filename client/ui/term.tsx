import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from './pressable';
import { Sheet } from './sheet';
import { termWords } from './messages';
import styles from './term.module.scss';

/** A word of the trade; a tap gives its plain sentence. */
export function Term({ word, plain }: { word: string; plain: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Pressable className={styles.term} label={termWords.explain(word)} onTap={() => setOpen(true)}>
        <Text className={styles.word}>{word}</Text>
      </Pressable>
      <Sheet open={open} title={word} onClose={() => setOpen(false)}>
        <View>{plain}</View>
      </Sheet>
    </>
  );
}
