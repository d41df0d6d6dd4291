import { maskName } from '../../masking';
import type { ClubTransfer, ClubTransferPreview } from '../../upstream/club/contract';
import type { Transfer, TransferPreview } from './contract';

const masked = (name: string | null) => (name === null ? null : maskName(name));

/** Both people see of each other only what is enough to know who it was. */
export function transferOf({ otherName, ...rest }: ClubTransfer): Transfer {
  return { ...rest, otherNameMasked: masked(otherName) };
}

export function previewOf({ giverName, ...rest }: ClubTransferPreview): TransferPreview {
  return { ...rest, giverNameMasked: masked(giverName) };
}
