import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '@/platform/aria';
import { Pressable } from './pressable';
import styles from './section.module.scss';

interface SectionProps {
  title: string;
  link?: { text: string; onTap: () => void };
}

/** A group with its heading, 24 from the one before. */
export function Section({ title, link, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className={styles.section}>
      <View className={styles.head}>
        <View className={styles.title} {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {link && (
          <Pressable role="link" className={styles.link} onTap={link.onTap}>
            <Text>{link.text}</Text>
          </Pressable>
        )}
      </View>
      {children}
    </View>
  );
}
