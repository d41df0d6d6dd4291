import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { loseSession, startSession } from '@/api/session';
import { keptInvitation } from '@/platform/invitation';
import { wechatLoginCode } from '@/platform/login-code';
import { goBack } from '@/platform/routes';
import { isMobile, normaliseMobile } from '../../../bff/identifiers';
import { bringIntoSight } from './bring-into-sight';
import { bindWechatPhone, logInBySms, logInByWechat, sendSmsCode } from './api';
import { enter } from './enter';
import { loginPageWords, loginWords } from './messages';
import { useCountdown } from './use-countdown';

/** WeChat can give the number by one tap; elsewhere it is typed. */
export const wechatCanTell = process.env.TARO_ENV === 'weapp';

export const loginIds = { form: 'login-form', agreement: 'login-agreement' } as const;

interface Wrong {
  agreement?: string;
  phone?: string;
  code?: string;
}

/** The login form. Nothing leaves the phone before the box is ticked. */
export function useLogin() {
  const [byTyping, setByTyping] = useState(!wechatCanTell);
  const [agreed, setAgreed] = useState(false);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState<Failure>();
  const [note, setNote] = useState<string>();
  const countdown = useCountdown();

  const attempt = async (what: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    setNote(undefined);
    try {
      await what();
    } catch (error) {
      const now = failureOf(error);
      setFailure(now);
      if (now.kind === 'refused' && now.retryAfterSeconds) countdown.start(now.retryAfterSeconds);
    }
  };

  /** Said at the field like every other mistake in it; a code that nobody asked for is told to be asked for. */
  const refusedCode =
    failure?.kind === 'refused' && failure.code === 'SMS_CODE_WRONG'
      ? sentTo
        ? failure.detail
        : loginPageWords.noCodeSent
      : undefined;

  /** What has to be put right before anything is sent; undefined when nothing. */
  const problems = (needsCode: boolean): Wrong | undefined => {
    const found: Wrong = {
      agreement: agreed ? undefined : loginWords.agreeFirst,
      phone: isMobile(phone) ? undefined : loginWords.phoneWrong,
      code: !needsCode || /^\d{6}$/.test(code.trim()) ? undefined : loginWords.codeWrong,
    };
    setWrong(found);
    if (found.phone || found.code) bringIntoSight(loginIds.form);
    else if (found.agreement) bringIntoSight(loginIds.agreement);
    return found.agreement || found.phone || found.code ? found : undefined;
  };

  const sendCode = async (): Promise<void> => {
    if (problems(false)) return;
    const to = normaliseMobile(phone);
    await attempt(async () => {
      const { retryAfterSeconds } = await sendSmsCode(to);
      setSentTo(to);
      countdown.start(retryAfterSeconds);
    });
  };

  const logIn = async (): Promise<void> => {
    if (problems(true)) return;
    const typed = normaliseMobile(phone);
    await attempt(async () => enter(await logInBySms(typed, code.trim(), keptInvitation()), typed));
  };

  const logInThroughWechat = async (phoneCode: string | undefined): Promise<void> => {
    if (!phoneCode) return setNote(loginWords.wechatRefused);
    await attempt(async () => {
      const loginCode = await wechatLoginCode();
      if (!loginCode) return setNote(loginWords.wechatRefused);
      startSession(await logInByWechat(loginCode, keptInvitation()));
      try {
        await enter(await bindWechatPhone(phoneCode));
      } catch (error) {
        // Half a login, without a number, would open nothing.
        loseSession();
        throw error;
      }
    });
  };

  return {
    agreed,
    byTyping,
    code,
    failure: refusedCode ? undefined : failure,
    note,
    phone,
    sentTo,
    wrong: { ...wrong, code: wrong.code ?? refusedCode },
    resendInSeconds: countdown.secondsLeft,
    askAgreement: () => setWrong({ agreement: loginWords.agreeFirst }),
    setAgreed: (now: boolean) => {
      setAgreed(now);
      setWrong((before) => ({ ...before, agreement: undefined }));
    },
    setCode: (now: string) => {
      setCode(now);
      if (refusedCode) setFailure(undefined);
      setWrong((before) => ({ ...before, code: undefined }));
    },
    setPhone: (now: string) => {
      setPhone(now);
      setWrong((before) => ({ ...before, phone: undefined }));
    },
    typeInstead: () => setByTyping(true),
    useWechat: () => setByTyping(false),
    sendCode,
    logIn,
    logInThroughWechat,
    lookAround: () => goBack(),
  };
}
