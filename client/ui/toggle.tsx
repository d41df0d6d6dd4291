import { View } from '@tarojs/components';
import { cls } from './class-names';
import { Pressable } from './pressable';
import styles from './toggle.module.scss';

interface ToggleProps {
  on: boolean;
  onChange: (on: boolean) => void;
  label: string;
}

/** Takes effect at once. */
export function Toggle({ on, onChange, label }: ToggleProps) {
  return (
    <Pressable role="switch" className={styles.target} checked={on} label={label} onTap={() => onChange(!on)}>
      <View className={cls(styles.track, on && styles.on)}>
        <View className={styles.knob} />
      </View>
    </Pressable>
  );
}
