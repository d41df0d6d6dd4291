import { answerPrivacyAuthorization } from './privacy-authorization';

declare const wx: Parameters<typeof answerPrivacyAuthorization>[0];

/** At launch, before anything that WeChat protects can be called. */
export function startPrivacy(): void {
  answerPrivacyAuthorization(wx);
}
