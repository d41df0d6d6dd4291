import type { AskedPurpose } from '@/platform/consent-question';
import type { Shot } from '../../bff/features/claims/contract';

/** Papers and medical records are agreed to by themselves: they say more about a person than a dented door. */
const purposes: Partial<Record<Shot, AskedPurpose>> = {
  drivingLicence: 'idPhotos',
  vehicleLicence: 'idPhotos',
  otherPapers: 'idPhotos',
  medicalPapers: 'health',
};

export const purposeOf = (shot: Shot): AskedPurpose => purposes[shot] ?? 'photos';
