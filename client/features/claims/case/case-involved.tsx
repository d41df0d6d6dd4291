import { Text } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { displayPlate } from '../../../../bff/identifiers';
import { guidanceWords } from '../after-messages';
import styles from './case-involved.module.scss';

/** Who is hurt and which other cars are in it, as it was told us. */
export function CaseInvolved({ claim: { casualties, otherParties } }: { claim: ClaimDetail }) {
  if (casualties.length === 0 && otherParties.length === 0) return null;
  return (
    <Section title={guidanceWords.involved}>
      <Card flush>
        {casualties.map(({ side, count, hospital }, index) => (
          <Row
            key={`${side}${index}`}
            icon="medic"
            tile="bad"
            title={side === 'own' ? guidanceWords.ownHurt(count) : guidanceWords.otherHurt(count)}
            detail={hospital ? guidanceWords.hospital(hospital) : guidanceWords.noHospital}
          />
        ))}
        {otherParties.map(({ plate, insurer, name, phoneMasked }) => (
          <Row
            key={plate}
            icon="car"
            tile="grey"
            title={guidanceWords.otherParty(displayPlate(plate))}
            detail={
              <Known
                facts={[
                  insurer ? guidanceWords.otherInsurer(insurer) : guidanceWords.noInsurer,
                  name,
                  phoneMasked,
                ]}
              />
            }
          />
        ))}
      </Card>
    </Section>
  );
}

/** Each of them whole on its line, and the dot with what stands before it. */
function Known({ facts }: { facts: readonly (string | null)[] }) {
  const known = facts.filter((fact): fact is string => fact !== null && fact !== '');
  return (
    <>
      {known.map((fact, index) => (
        <Text key={fact} className={styles.fact}>
          {index < known.length - 1 ? `${fact}\u00a0·\u00a0` : fact}
        </Text>
      ))}
    </>
  );
}
