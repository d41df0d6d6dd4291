import * as z from 'zod/mini';

export const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
