import { Input, Text, Textarea, View } from '@tarojs/components';
import { type ReactNode, useId } from 'react';
import { aria } from '@/platform/aria';
import { fieldName } from '@/platform/field-name';
import { cls } from './class-names';
import styles from './field.module.scss';
import { Icon } from './icon/icon';
import { fieldWords } from './messages';

const AFTER_THE_TAP_MS = 200;

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** What to type and why it is asked. */
  hint?: string;
  /** What to change; the hint gives way to it. */
  error?: string;
  placeholder?: string;
  keyboard?: 'text' | 'number' | 'idcard' | 'digit';
  maxLength?: number;
  multiline?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Beside the input: a button that sends a code. */
  side?: ReactNode;
  name?: string;
}

/** One input with its name above it. With react-hook-form: `<Controller render={({ field }) => <Field {...field} label="…" />} />`. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    onBlur,
    hint,
    error,
    keyboard = 'text',
    maxLength = 140,
    multiline,
    side,
  } = props;
  // What is typed beyond the limit is not taken: that is said, not left to be found out.
  const isFull = multiline === true && value.length >= maxLength;
  const below = isFull ? fieldWords.full(maxLength) : hint;
  const told = `told${useId().replace(/\W/g, '')}`;
  const shared = {
    className: styles.input,
    placeholderClass: styles.placeholder,
    value,
    name: props.name ?? '',
    placeholder: props.placeholder ?? '',
    maxlength: maxLength,
    disabled: props.disabled ?? false,
    focus: props.autoFocus ?? false,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    // What is said about the input must not move the button away under the finger that left it.
    onBlur: () => {
      if (onBlur) setTimeout(onBlur, AFTER_THE_TAP_MS);
    },
    ...fieldName({ label, wrong: error !== undefined, toldBy: error || below ? told : undefined }),
  };
  return (
    <View className={styles.field}>
      <View className={styles.label} {...aria({ hidden: true })}>
        {label}
      </View>
      <View className={cls(styles.box, error && styles.wrong, multiline && styles.tall)}>
        {multiline ? <Textarea {...shared} autoHeight /> : <Input {...shared} type={keyboard} />}
        {side}
      </View>
      {error ? (
        <View id={told} className={styles.error} {...aria({ role: 'alert' })}>
          <Icon name="alert" size="xs" />
          <Text>{error}</Text>
        </View>
      ) : (
        below && (
          <View id={told} className={styles.hint}>
            {below}
          </View>
        )
      )}
    </View>
  );
}
