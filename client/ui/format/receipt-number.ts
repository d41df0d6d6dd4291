const SPOKEN_LENGTH = 8;

/** The end of an id in two groups of four, short enough to be read to the hotline: `BDB1 834F`. */
export function formatReceiptNumber(id: string): string {
  const tail = id.replace(/[^0-9a-zA-Z]/g, '').slice(-SPOKEN_LENGTH);
  return tail.toUpperCase().replace(/^(.{4})(?=.)/, '$1 ');
}
