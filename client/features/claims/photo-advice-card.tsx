import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { ClaimDetail } from '../../../bff/features/claims/contract';
import { photoAdviceWords } from './messages';
import type { Photos } from './use-photos';
import { usePhotoAdvice } from './use-photo-advice';

interface PhotoAdviceCardProps {
  claim: ClaimDetail;
  photos: Photos;
}

/** What could be better about the photo just taken, once; it has been sent all the same. */
export function PhotoAdviceCard({ claim, photos }: PhotoAdviceCardProps) {
  const { advice, dismiss } = usePhotoAdvice(photos);
  const name = claim.photos.required.find(({ shot }) => shot === advice?.shot)?.name;
  if (!advice || !name) return null;
  const again = () => {
    photos.choose(advice.shot);
    dismiss();
  };
  const ways = (
    <>
      <Button kind="ghost" size="small" icon="camera" onTap={again}>
        {photoAdviceWords.again}
      </Button>
      <Button kind="text" size="small" onTap={dismiss}>
        {photoAdviceWords.keep}
      </Button>
    </>
  );
  return (
    <Notice tone="due" icon="light" action={ways}>
      {photoAdviceWords[advice.quality](name)}
    </Notice>
  );
}
