import { useConsentQuestion } from '@/platform/consent-question';
import { Button } from './button';
import { consentAsking, consentSheetWords } from './consent-messages';
import { Sheet } from './sheet';
import { Stack } from './stack';
import { Words } from './text';

/** Asks for one sensitive thing at the moment it is needed; no and yes are one tap each. */
export function ConsentSheet() {
  const question = useConsentQuestion((state) => state.question);
  if (!question) return null;
  const { title, reason, without, agree } = consentAsking[question.purpose];
  const decline = () => question.answer(false);
  return (
    <Sheet
      open
      title={title}
      onClose={decline}
      action={
        <Stack gap={2}>
          <Button wide onTap={() => question.answer(true)}>
            {agree}
          </Button>
          <Button wide kind="ghost" onTap={decline}>
            {consentSheetWords.decline}
          </Button>
        </Stack>
      }
    >
      <Stack gap={3}>
        <Words>{reason}</Words>
        <Words size="sub" tone="ink2">
          {without}
        </Words>
        <Words size="sub" tone="ink3">
          {question.isGuest ? consentSheetWords.withdrawAsGuest : consentSheetWords.withdraw}
        </Words>
      </Stack>
    </Sheet>
  );
}
