export const stepUpWords = {
  why: '里面有您的完整信息，要先确认是您本人。',
  send: '发送验证码',
  resend: '重发验证码',
  resendIn: (seconds: number) => `${seconds} 秒后可重发`,
  sending: '正在发送…',
  code: '验证码',
  hint: '发到您登录用的手机号',
  sentTo: (phone: string) => `已发到 ${phone}，5 分钟内有效`,
  codeWrong: '验证码是 6 位数字',
} as const;
