/** What a disk says when it can take nothing more. */
const OUT_OF_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EMFILE', 'ENFILE']);

/** Our disk's doing, not the network's or the picture's: another place with better reception would not help. */
export function outOfRoom(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && OUT_OF_ROOM.has(String(error.code))
  );
}
