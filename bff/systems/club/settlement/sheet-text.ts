/** The library that writes the file looks texts up in a plain object: these would be found there as something else, and their cells stay empty. */
const isNameOfObject = (text: string) => text in {};

/**
 * A spreadsheet reads a text that begins with = + - @ or a tab as a formula, wherever it came from. An apostrophe before it makes it text again; carriage
 * returns count too, because some programs skip them.
 */
export const sheetText = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) || isNameOfObject(text) ? `'${text}` : text;
