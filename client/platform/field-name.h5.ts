import type { FieldName } from './field-name-types';

/** On the web Taro wraps the browser's own field: the name belongs to the inner one, which is what is focused and read. */
export const fieldName = ({ label, wrong, toldBy }: FieldName): object => ({
  nativeProps: {
    'aria-label': label,
    'aria-invalid': wrong ? 'true' : undefined,
    'aria-describedby': toldBy,
  },
});

/** A picture says what it shows; one without words is decoration. */
export const pictureName = (alt: string): object => ({ nativeProps: { alt } });
