import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from './button';
import { glossary, termsIn } from './glossary';
import { termWords } from './messages';
import { Pressable } from './pressable';
import { Sheet } from './sheet';
import { Stack } from './stack';
import styles from './term.module.scss';
import { Words } from './text';

/** A word of the trade; a tap gives its plain sentence. `alone` where it is a line of its own and not a word among others. */
export function Term({ word, alone = false }: { word: string; alone?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Pressable
        className={alone ? styles.alone : styles.term}
        label={termWords.explain(word)}
        onTap={() => setOpen(true)}
      >
        <Text className={styles.word}>{word}</Text>
      </Pressable>
      <Sheet open={open} title={word} onClose={() => setOpen(false)}>
        <View>{glossary[word]}</View>
      </Sheet>
    </>
  );
}

/** More would be a paragraph of words nobody knows. */
const SHOWN = 3;

/** Below a text with words of the trade in it: one tap explains them all. Nothing where there is none. */
export function TermRow({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const found = termsIn(text);
  if (found.length === 0) return null;
  return (
    <>
      <View className={styles.row}>
        <Button kind="text" icon="book" label={termWords.explainAll(found)} onTap={() => setOpen(true)}>
          {found.length > SHOWN
            ? termWords.explainSome(found.slice(0, SHOWN), found.length)
            : termWords.explainAll(found)}
        </Button>
      </View>
      <Sheet open={open} title={termWords.title} onClose={() => setOpen(false)}>
        <Stack gap={4}>
          {found.map((word) => (
            <View key={word}>
              <Words bold>{word}</Words>
              <Words tone="ink2">{glossary[word]}</Words>
            </View>
          ))}
        </Stack>
      </Sheet>
    </>
  );
}
