import { View } from '@tarojs/components';
import type { Shot } from '../../../../bff/features/claims/contract';
import styles from './shot-outline.module.scss';

const drawings: Record<Shot, string> = {
  ownFront: 'front',
  ownRear: 'rear',
  plates: 'plates',
  contactPoint: 'closeUp',
  bothCars: 'twoCars',
  surroundings: 'surroundings',
  lights: 'lights',
  positions: 'twoCars',
  laneLines: 'lanes',
  roadSigns: 'sign',
  objectHit: 'object',
  drivingLicence: 'paper',
  vehicleLicence: 'paper',
  vinPlate: 'number',
  otherPapers: 'paper',
  medicalPapers: 'paper',
  other: 'free',
};

/** Says by a drawing what belongs into the picture. */
export function ShotOutline({ shot }: { shot: Shot }) {
  return <View className={`${styles.outline} ${styles[drawings[shot]]}`} />;
}
