import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatAge } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import type { ClaimSummary } from '../../../bff/features/claims/contract';
import { awayWords, claimsWords } from './messages';
import { NextCard } from './next-card';
import type { ShownPart } from './parts';

/** Behind every instant as it is written. */
const LATEST = '~';

/** Those that wait for the member come first, then what is due next. */
function byUrgency(one: ClaimSummary, other: ClaimSummary): number {
  if (Boolean(one.yourTurn) !== Boolean(other.yourTurn)) return one.yourTurn ? -1 : 1;
  const [due, otherDue] = [one.current?.dueAt ?? LATEST, other.current?.dueAt ?? LATEST];
  return due < otherDue ? -1 : due > otherDue ? 1 : 0;
}

/** The rest in one row: below it 出险报案 stays on the first screen, however many claims are open. */
function Others({ claims }: { claims: readonly ClaimSummary[] }) {
  if (claims.length === 0) return null;
  const waiting = claims.filter(({ yourTurn }) => yourTurn).length;
  return (
    <Card flush>
      <Row
        icon="list"
        title={claimsWords.others(claims.length)}
        value={waiting > 0 ? <Tag tone="due">{claimsWords.waiting(waiting)}</Tag> : undefined}
        onTap={() => void goTo('claims/list')}
      />
    </Card>
  );
}

/** As high as what else may stand here, so that 出险报案 below it stays where it was while the answer came. */
export function NoClaim() {
  return (
    <Card flush>
      <Row icon="shield" tile="brand" title={claimsWords.none} detail={claimsWords.noneHint} />
    </Card>
  );
}

/** The most urgent open claim with its next step; a claims system that is away is said, never left out. */
export function Claims({ part: { value, knownSince, unavailable } }: { part: ShownPart<ClaimSummary[]> }) {
  if (unavailable) {
    const call = (
      <Button kind="ghost" size="small" icon="phone" onTap={() => callPhone(brand.hotline)}>
        {claimsWords.callHotline}
      </Button>
    );
    return (
      <Notice tone="due" icon="cloudoff" action={call}>
        {awayWords.openClaims}
      </Notice>
    );
  }
  const [first, ...others] = [...(value ?? [])].sort(byUrgency);
  return (
    <>
      {value && value.length > 0 && knownSince && (
        <Notice tone="due" icon="cloudoff">
          {claimsWords.away(formatAge(knownSince))}
        </Notice>
      )}
      {first && <NextCard claim={first} />}
      <Others claims={others} />
    </>
  );
}
