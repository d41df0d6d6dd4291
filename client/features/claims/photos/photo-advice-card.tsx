import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { Shot } from '../../../../bff/features/claims/contract';
import { photoAdviceWords } from '../messages';
import type { PhotoList, Photos } from './use-shots';
import type { PhotoAdvice } from './use-photo-advice';

interface PhotoAdviceCardProps {
  list: PhotoList;
  photos: Photos;
  advice: PhotoAdvice;
  dismiss: () => void;
}

/** What could be better about the photo just taken, once; it has been sent all the same. */
export function PhotoAdviceCard({ list, photos, advice, dismiss }: PhotoAdviceCardProps) {
  const nameOf = (wanted: Shot) => list.required.find(({ shot }) => shot === wanted)?.name ?? '';
  if (nameOf(advice.shot) === '') return null;
  const words =
    advice.about === 'repeated'
      ? photoAdviceWords.repeated(nameOf(advice.shot), nameOf(advice.other))
      : photoAdviceWords[advice.about](nameOf(advice.shot));
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
    <Notice tone="due" icon="image" action={ways}>
      {words}
    </Notice>
  );
}
