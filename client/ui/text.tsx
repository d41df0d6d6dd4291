import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '@/platform/aria';
import { cls } from './class-names';
import styles from './text.module.scss';

interface WordsProps {
  tone?: 'ink' | 'ink2' | 'ink3' | 'brand' | 'bad' | 'due' | 'ok';
  size?: 'small' | 'sub' | 'body';
  bold?: boolean;
}

/** A paragraph in one of the few sizes and inks. */
export function Words({ tone = 'ink', size = 'body', bold, children }: PropsWithChildren<WordsProps>) {
  return <View className={cls(styles[tone], styles[size], bold && styles.bold)}>{children}</View>;
}

interface HeadingProps {
  size?: 'title' | 'head';
  /** Lets `focusOn` bring a screen reader here, when a tap has changed what the page asks. */
  id?: string;
}

/** The question or the name of a screen (`title`), or a card's headline (`head`). The page's own name is the level above. */
export function Heading({ size = 'title', id, children }: PropsWithChildren<HeadingProps>) {
  return (
    <View
      {...(id ? { id } : {})}
      className={styles[size]}
      {...aria({ role: 'heading', level: 2, focusable: id !== undefined })}
    >
      {children}
    </View>
  );
}
