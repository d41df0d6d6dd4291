import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { displayPlate } from '../../../../bff/identifiers';
import { guidanceWords } from '../after-messages';

/** The dot stays with what stands before it when a line ends there. */
const BETWEEN = '\u00a0· ';

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
            detail={[
              insurer ? guidanceWords.otherInsurer(insurer) : guidanceWords.noInsurer,
              name,
              phoneMasked,
            ]
              .filter(Boolean)
              .join(BETWEEN)}
          />
        ))}
      </Card>
    </Section>
  );
}
