import type { AccessRecord } from '../../../bff/features/account/contract/privacy';
import { viewerNames } from './privacy-messages';

/** 历下店 店员, or 查勘员 王*. A surveyor's place is the title they work under. */
export function viewerOf({ viewer: { role, nameMasked, place } }: AccessRecord): string {
  const title = role === 'surveyor' ? (place ?? viewerNames[role]) : viewerNames[role];
  const where = role === 'surveyor' ? '' : (place ?? '');
  return [where, title, nameMasked].filter(Boolean).join(' ');
}
