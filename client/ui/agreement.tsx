import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './agreement.module.scss';
import { cls } from './class-names';
import { Icon } from './icon/icon';
import { Pressable } from './pressable';

interface AgreementProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is agreed to, for a screen reader. */
  label: string;
}

/**
 * A box that starts empty. One consent a box; links to the text go into the children. A tap on the words ticks it too;
 * for a keyboard and a screen reader the box alone is the control.
 */
export function Agreement({ checked, onChange, label, children }: PropsWithChildren<AgreementProps>) {
  return (
    <View className={styles.agreement}>
      <Pressable
        role="checkbox"
        className={styles.target}
        checked={checked}
        label={label}
        onTap={() => onChange(!checked)}
      >
        <View className={cls(styles.box, checked && styles.on)}>
          {checked && <Icon name="check" className={styles.tick} />}
        </View>
      </Pressable>
      <View className={styles.words} onClick={() => onChange(!checked)}>
        {children}
      </View>
    </View>
  );
}
