import { Problem } from '../../http/problem';
import type { ClaimReport, Shot } from './contract';

/** What of a claim is agreed to by itself, and may be taken back at any time. */
export type AgreedPurpose = 'location' | 'photos' | 'idPhotos' | 'health';

export interface WithdrawnConsents {
  isWithdrawn(accountId: string, purpose: AgreedPurpose): Promise<boolean>;
}

const details: Record<AgreedPurpose, string> = {
  location:
    '您收回了使用位置的同意，所以没有收下定位，报案也还没有提交。重新同意，或者去掉定位只写地址，再提交',
  photos: '您收回了使用事故照片的同意，所以没有收下这张照片，它还在您的手机里。重新同意后再发送',
  idPhotos: '您收回了使用证件照片的同意，所以没有收下这张照片，它还在您的手机里。重新同意后再发送',
  health: '您收回了使用医疗材料的同意，所以没有收下这张照片，它还在您的手机里。重新同意后再发送',
};

const purposesOfPapers: Partial<Record<Shot, AgreedPurpose>> = {
  drivingLicence: 'idPhotos',
  vehicleLicence: 'idPhotos',
  otherPapers: 'idPhotos',
  medicalPapers: 'health',
};

/** Not final: with the consent given again the same request goes through. */
export const consentRequired = (purpose: AgreedPurpose) =>
  new Problem(403, 'CONSENT_REQUIRED', details[purpose], { members: { purpose } });

/**
 * Nothing new that a person took their consent back for is taken in from them, whatever their phone knows of that; what
 * has arrived before is only answered again. A picture through a link is somebody else's, who agrees on their own phone.
 * Papers and medical records are agreed to by themselves: they say more about a person than a dented door.
 * @throws Problem 403 CONSENT_REQUIRED, with the purpose
 */
export async function requirePhotoConsent(
  consents: WithdrawnConsents,
  accountId: string,
  shot: Shot,
): Promise<void> {
  const purpose = purposesOfPapers[shot] ?? 'photos';
  if (await consents.isWithdrawn(accountId, purpose)) throw consentRequired(purpose);
}

/** An address that was typed is no position. */
export const namesPosition = ({ place }: Pick<ClaimReport, 'place'>): boolean =>
  place.latitude !== undefined || place.longitude !== undefined;
