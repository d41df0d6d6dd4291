/**
 * A spreadsheet reads a text that begins with = + - @ or a tab as a formula, wherever it came from. An apostrophe before it makes it text again; carriage
 * returns count too, because some programs skip them.
 */
export const sheetText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
