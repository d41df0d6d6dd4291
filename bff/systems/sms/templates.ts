import type { SmsMessage } from '../../upstream/sms/contract';

type Template = SmsMessage['template'];
type Words = (values: Readonly<Record<string, string>>, hotline: string) => string;

interface TemplateText {
  /** Values the text cannot do without. */
  needs: string[];
  words: Words;
}

const decided: Words = ({ outcome, reason }) =>
  outcome === 'accepted'
    ? `您提交的实名核验已通过，名下保单已可在车主俱乐部查看。说明：${reason ?? ''}`
    : `您提交的实名核验没有通过。原因：${reason ?? ''}。您可以核对后重新提交，或带证件到就近网点办理。`;

const texts: Record<Template, TemplateText> = {
  loginCode: {
    needs: ['code'],
    words: ({ code }) =>
      `登录验证码 ${code ?? ''}，5 分钟内有效，只能用一次。工作人员不会向您索要，请勿告诉任何人。`,
  },
  confirmCode: {
    needs: ['code'],
    words: ({ code }) =>
      `验证码 ${code ?? ''}，5 分钟内有效，用来确认导出您的个人信息或注销账号。不是您本人操作，请不要告诉任何人。`,
  },
  mergeCode: {
    needs: ['code'],
    words: ({ code }) =>
      `验证码 ${code ?? ''}，5 分钟内有效，用来把同一个人的两个车主俱乐部账号合成一个。不是您本人操作，请不要告诉任何人：告诉别人，这个号码的账号就归了别人。`,
  },
  deletionRequested: {
    needs: ['day'],
    words: ({ day }, hotline) =>
      `已收到您注销账号的申请，将在 ${day ?? ''} 执行。在这之前，登录后进入“我的 → 隐私中心 → 删除账号”可以撤回。不是您本人操作，请拨 ${hotline}。`,
  },
  claimReceived: {
    needs: ['reportNo'],
    words: ({ reportNo }, hotline) =>
      `已收到您的报案，报案号 ${reportNo ?? ''}。查勘员会尽快联系您，请保持电话畅通；急事请拨 ${hotline}。`,
  },
  photoLink: {
    needs: ['link'],
    words: ({ link }) =>
      `请帮忙拍几张事故照片：${link ?? ''} 。2 小时内有效，只能往这一个案子里加照片，看不到别的。`,
  },
  claimProgress: {
    needs: ['reportNo', 'news'],
    words: ({ reportNo, news }, hotline) =>
      `报案 ${reportNo ?? ''}：${news ?? ''}在车主俱乐部“理赔进展”里看详情，急事请拨 ${hotline}。`,
  },
  reviewDecided: { needs: ['outcome', 'reason'], words: decided },
  voucherUsed: {
    needs: ['title', 'store'],
    words: ({ title, store }) =>
      `您的“${title ?? ''}”刚在${store ?? ''}使用了一次。不是本人使用？请在券详情里点“不是我用的”。`,
  },
  voucherRestored: {
    needs: ['title', 'store'],
    words: ({ title, store }) => `${store ?? ''}撤销了一次核销，您的“${title ?? ''}”已经退回，可以再次使用。`,
  },
  ticketClosed: {
    needs: ['title', 'answer'],
    words: ({ title, answer }, hotline) =>
      `您反映的“${title ?? ''}”有答复了：${answer ?? ''}。还有疑问请拨 ${hotline}。`,
  },
  clerkInvited: {
    needs: ['merchant'],
    words: ({ merchant }) =>
      `${merchant ?? ''}邀请您作为店员核销服务券。用本机号码登录车主俱乐部，在“我的”里打开商户工作台。不认识这家商户？请不用理会。`,
  },
};

const codeTemplates = new Set<Template>(['loginCode', 'confirmCode', 'mergeCode']);

export interface Rendered {
  text: string;
  code?: string;
}

/** The names of values that are missing or empty; a template with a hole is refused, never sent. */
export function missingValues({ template, values }: SmsMessage): string[] {
  return texts[template].needs.filter((name) => !values[name]);
}

export function render(message: SmsMessage, brand: { insurerName: string; hotline: string }): Rendered {
  const { template, values } = message;
  const text = `【${brand.insurerName}】${texts[template].words(values, brand.hotline)}`;
  const isCode = codeTemplates.has(template);
  return isCode && values.code ? { text, code: values.code } : { text };
}
