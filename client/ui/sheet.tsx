import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect, useId, useState } from 'react';
import { aria } from '@/platform/aria';
import { useDialogFocus } from '@/platform/focus';
import { cls } from './class-names';
import { Icon } from './icon/icon';
import { Pressable } from './pressable';
import { sheetWords } from './messages';
import styles from './sheet.module.scss';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** What it asked for is on its way: there is nothing to call off, and no way out that would look like it. */
  locked?: boolean;
  /** The one filled button. */
  action?: ReactNode;
}

const stay = () => undefined;

/** A second tap where the opener was must not close, confirm or decline what has only just come up under the finger. */
const SETTLED_AFTER_MS = 400;

function useSettled(open: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setSettled(true), SETTLED_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [open]);
  return settled;
}

/** From the bottom, for confirming and choosing. Ask only where undo is impossible. Put it inside the `Page`. */
export function Sheet({
  open,
  title,
  onClose,
  locked = false,
  action,
  children,
}: PropsWithChildren<SheetProps>) {
  const close = locked ? stay : onClose;
  const id = `sheet${useId().replace(/\W/g, '')}`;
  useDialogFocus(id, open, close);
  const settled = useSettled(open);
  if (!open) return null;
  return (
    <View className={cls(styles.layer, !settled && styles.fresh)}>
      <View className={styles.scrim} catchMove onClick={close} {...aria({ hidden: true })} />
      <View
        id={id}
        className={styles.sheet}
        {...aria({ role: 'dialog', modal: true, label: title, focusable: true })}
      >
        <View className={styles.head}>
          <View className={styles.title} {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          {!locked && (
            <Pressable className={styles.close} label={sheetWords.close} onTap={onClose}>
              <Icon name="x" />
            </Pressable>
          )}
        </View>
        <View className={styles.body}>{children}</View>
        {action && <View className={styles.action}>{action}</View>}
      </View>
    </View>
  );
}
