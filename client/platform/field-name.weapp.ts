import { aria } from './aria';
import type { FieldName } from './field-name-types';

export const fieldName = ({ label }: FieldName): object => aria({ label });

/** A picture says what it shows; one without words is decoration. */
export const pictureName = (alt: string): object =>
  aria(alt ? { role: 'img', label: alt } : { hidden: true });
