import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Stack } from '@/ui/stack';
import { loginWords } from './messages';
import type { useLogin } from './use-login';

/** Phone and one-time code, with the wait before another code may be asked for. */
export function PhoneForm({ login }: { login: ReturnType<typeof useLogin> }) {
  const waiting = login.resendInSeconds > 0;
  const send = (
    <Button kind="text" busyText="正在发送…" disabled={waiting} onTap={login.sendCode}>
      {waiting ? loginWords.resendIn(login.resendInSeconds) : login.sentTo ? '重发验证码' : '发送验证码'}
    </Button>
  );
  return (
    <Stack>
      <Field
        label="手机号"
        keyboard="number"
        maxLength={20}
        hint="11 位手机号"
        value={login.phone}
        error={login.wrong.phone}
        onChange={login.setPhone}
      />
      <Field
        label="验证码"
        keyboard="number"
        maxLength={6}
        value={login.code}
        error={login.wrong.code}
        hint={login.sentTo ? loginWords.codeSent(login.sentTo) : '点“发送验证码”，短信马上到'}
        onChange={login.setCode}
        side={send}
      />
    </Stack>
  );
}
