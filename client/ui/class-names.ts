/** Joins the class names that apply. */
export const cls = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
