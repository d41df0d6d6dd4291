import { View } from '@tarojs/components';
import type { Scenario } from '../../../../bff/features/claims/contract';
import styles from './scenario-picture.module.scss';

/** Painted in this order: what comes later lies on top. */
const layers = ['road', 'dash', 'theirs', 'theirLines', 'own', 'glass', 'halo', 'hit'] as const;

/**
 * An accident seen from above, in the theme's own colours. Each layer is a shape cut out of one token colour, because a mini-program draws no inline
 * SVG and a picture file could follow neither the dark theme nor an insurer's brand.
 */
export function ScenarioPicture({ scenario }: { scenario: Scenario }) {
  return (
    <View className={`${styles.picture} ${styles[scenario]}`}>
      {layers.map((layer) => (
        <View key={layer} className={`${styles.layer} ${styles[layer]}`} />
      ))}
    </View>
  );
}

/** The small car of the legend below the pictures. */
export function LegendCar({ whose }: { whose: 'own' | 'other' }) {
  const parts = whose === 'own' ? (['own', 'glass'] as const) : (['theirs', 'theirLines'] as const);
  return (
    <View className={`${styles.legend} ${styles[`${whose}Car`]}`}>
      {parts.map((part) => (
        <View key={part} className={`${styles.layer} ${styles[part]}`} />
      ))}
    </View>
  );
}
