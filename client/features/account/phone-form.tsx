import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Stack } from '@/ui/stack';
import { loginWords, phoneFormWords } from './messages';
import type { useLogin } from './use-login';

/** Phone and one-time code, with the wait before another code may be asked for. */
export function PhoneForm({ login }: { login: ReturnType<typeof useLogin> }) {
  const waiting = login.resendInSeconds > 0;
  const send = (
    <Button kind="text" busyText={phoneFormWords.sending} disabled={waiting} onTap={login.sendCode}>
      {waiting
        ? loginWords.resendIn(login.resendInSeconds)
        : login.sentTo
          ? phoneFormWords.resend
          : phoneFormWords.send}
    </Button>
  );
  return (
    <Stack>
      <Field
        label={phoneFormWords.phone}
        keyboard="number"
        maxLength={20}
        hint={phoneFormWords.phoneHint}
        value={login.phone}
        error={login.wrong.phone}
        onChange={login.setPhone}
      />
      <Field
        label={phoneFormWords.code}
        keyboard="number"
        maxLength={6}
        value={login.code}
        error={login.wrong.code}
        hint={login.sentTo ? loginWords.codeSent(login.sentTo) : phoneFormWords.codeHint}
        onChange={login.setCode}
        side={send}
      />
    </Stack>
  );
}
