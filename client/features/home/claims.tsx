import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { Button } from '@/ui/button';
import { formatAge } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import type { ClaimSummary } from '../../../bff/features/claims/contract';
import { awayWords, claimsWords } from './messages';
import { NextCard } from './next-card';
import type { ShownPart } from './parts';

/** Each open claim with its next step; a claims system that is away is said, never left out. */
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
  return (
    <>
      {value && value.length > 0 && knownSince && (
        <Notice tone="due" icon="cloudoff">
          {claimsWords.away(formatAge(knownSince))}
        </Notice>
      )}
      {value?.map((claim) => (
        <NextCard key={claim.id} claim={claim} />
      ))}
    </>
  );
}
