import { showToast } from '@/ui/toast';
import { formatFullDate } from '@/ui/format/time';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { AskSheet } from './ask-sheet';
import { DaySheet } from './day-sheet';
import { HoursSheet } from './hours-sheet';
import { clearSpecialDay, resumeStore } from './store-api';
import type { StoreStep } from './store-card';
import { dayWords, hoursWords, suspensionWords } from './store-messages';
import { SuspendSheet } from './suspend-sheet';

interface StoreStepSheetProps {
  store: MerchantStore;
  step: StoreStep;
  onDone: () => void;
  onClose: () => void;
}

/** What the owner is changing about one store. */
export function StoreStepSheet({ store, step, onDone, onClose }: StoreStepSheetProps) {
  const done = (text: string) => () => {
    showToast({ text });
    onDone();
  };
  if (step === 'hours')
    return <HoursSheet store={store} onSaved={done(hoursWords.saved)} onClose={onClose} />;
  if (step === 'day') return <DaySheet store={store} onSaved={done(dayWords.saved)} onClose={onClose} />;
  if (step === 'suspend')
    return <SuspendSheet store={store} onSuspended={done(suspensionWords.done)} onClose={onClose} />;
  if (step === 'resume') {
    return (
      <AskSheet
        title={suspensionWords.resumeTitle(store.name)}
        text={suspensionWords.resumeWhat}
        go={suspensionWords.resumeGo}
        going={suspensionWords.resuming}
        send={() => resumeStore(store.id)}
        onDone={done(suspensionWords.resumed)}
        onClose={onClose}
      />
    );
  }
  const day = formatFullDate(step.clear);
  return (
    <AskSheet
      title={dayWords.removeTitle}
      text={dayWords.removeWhat(day)}
      go={dayWords.removeGo(day)}
      going={dayWords.removing}
      send={() => clearSpecialDay(store.id, step.clear)}
      onDone={done(dayWords.removed)}
      onClose={onClose}
    />
  );
}
