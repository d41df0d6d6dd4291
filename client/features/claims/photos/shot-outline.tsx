import { View } from '@tarojs/components';
import type { Scenario, Shot } from '../../../../bff/features/claims/contract';
import styles from './shot-outline.module.scss';

type ByScenario = Partial<Record<Scenario, string>> & { other: string };

/** The same shot shows something else after another accident. */
const drawings: Record<Shot, string | ByScenario> = {
  ownFront: 'front',
  ownRear: 'rear',
  plates: 'plates',
  contactPoint: {
    rearEnd: 'touchRear',
    junction: 'touchSide',
    laneChange: 'touchSide',
    wrongWay: 'touchFront',
    singleCar: 'touchPost',
    other: 'touchSide',
  },
  bothCars: { singleCar: 'wholeCar', other: 'twoCars' },
  surroundings: { junction: 'crossroads', other: 'street' },
  lights: 'lights',
  positions: 'cameFrom',
  laneLines: 'lanes',
  roadSigns: 'sign',
  objectHit: 'object',
  drivingLicence: 'licence',
  vehicleLicence: 'licence',
  vinPlate: 'number',
  otherPapers: 'theirPapers',
  medicalPapers: 'medical',
  other: 'free',
};

function drawingOf(shot: Shot, scenario: Scenario): string {
  const drawing = drawings[shot];
  return typeof drawing === 'string' ? drawing : (drawing[scenario] ?? drawing.other);
}

interface ShotDrawingProps {
  shot: Shot;
  scenario: Scenario;
}

/** Says by a drawing what belongs into the picture, and how far it should reach. */
export function ShotOutline({ shot, scenario }: ShotDrawingProps) {
  return (
    <>
      <View className={styles.corners} />
      <ShotDrawing shot={shot} scenario={scenario} />
    </>
  );
}

/** The drawing alone, as small as a stamp too. */
export function ShotDrawing({ shot, scenario }: ShotDrawingProps) {
  return <View className={`${styles.outline} ${styles[drawingOf(shot, scenario)]}`} />;
}
