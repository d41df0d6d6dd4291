import { Text } from '@tarojs/components';
import styles from './place-text.module.scss';

/** Where a Chinese address may be broken: behind a unit of the country or of the road, and not inside its name. */
const PHRASE = /.+?(?:[省市区县](?![省市区县])|(?:大道|大街|[路街道口桥巷])(?![路街道口段])[与和]?|$)\s*/g;

/** An address in phrases that stay whole at the end of a line: 舜耕路路口 is not cut into 路 and 口. */
export function PlaceText({ address }: { address: string }) {
  const phrases = address.match(PHRASE) ?? [address];
  return (
    <>
      {phrases.map((phrase, index) => (
        <Text key={`${String(index)}${phrase}`} className={styles.phrase}>
          {phrase}
        </Text>
      ))}
    </>
  );
}
