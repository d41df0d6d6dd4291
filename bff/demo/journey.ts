import { demoClerk, unverifiedMember, verifiedMember, demoOperators, agent } from '../systems/demo-people';

export interface JourneyStep {
  title: string;
  detail: string;
}

const minutes = (seconds: number) =>
  seconds < 60 ? `${String(seconds)} 秒` : `${String(Math.round(seconds / 60))} 分钟`;

export function signInSteps(): JourneyStep[] {
  return [
    {
      title: '打开车主俱乐部，点“登录”',
      detail: '先勾选同意用户协议和隐私政策，再填下面任意一个号码。',
    },
    { title: '点“发送验证码”', detail: '短信不会真的发出去。' },
    {
      title: '回到这一页，打开那个号码的“收件箱”',
      detail: '6 位验证码在最上面，5 分钟内有效。填回登录页就好了。',
    },
  ];
}

export function ownerSteps(paceSeconds: number): JourneyStep[] {
  return [
    { title: `用 ${verifiedMember.phone} 登录`, detail: '首页能看到在保的车、待领的礼包、快到期的事。' },
    { title: '看保单', detail: '打开一张，每项保障都有大白话和按这张保单算的例子。' },
    {
      title: '报一次案',
      detail: '点几下就有报案号；再拍或选一张照片。中途断网、关掉页面，都不会丢。',
    },
    {
      title: '看进度',
      detail: `演示里我们这边的事每 ${minutes(paceSeconds)}自己办一步；每一步都写着谁负责、几点前、您要做什么。`,
    },
    {
      title: '轮到您的，案件会停下来等',
      detail:
        '看车前至少一张照片，金额要您同意，材料要您交，收款账户要您填好并确认：您办了才接着走，没有人替您点。车主没有核实过身份、或者不是自己保单的车，打过电话就停下，要在“扮演查勘员”里接着办。接手过的案件也不再自己走。',
    },
    { title: '查违章', detail: '选一台车。结果带着来源、查询时间和查得到的范围。' },
    { title: '领礼包', detail: '在“我的 → 我的礼包”里先看清去哪用、怎么用、有什么限制，再领。' },
    { title: '打开一张洗车券，亮出二维码', detail: '二维码每 60 秒换一次，也可以报下面的 8 位数字。' },
  ];
}

export function clerkSteps(): JourneyStep[] {
  return [
    {
      title: `在第二个浏览器（或无痕窗口）用 ${demoClerk.phone} 登录`,
      detail: '店员的登录和车主一样，登录后直接到商户工作台。',
    },
    { title: '扫码，或输入 8 位数字', detail: '会看到是什么券、还剩几次；这一步什么都不会扣。' },
    { title: '确认核销', detail: '一个大大的答案。连点两下、网络断了再试，都只算一次。' },
    { title: '再核销同一张', detail: '会告诉您它已经用过，什么时候、在哪家店。' },
    { title: '撤销刚才那一笔', detail: '选一个原因。车主的券马上退回来，可以再用。' },
  ];
}

export function identitySteps(): JourneyStep[] {
  return [
    {
      title: `用 ${unverifiedMember.phone} 登录，在“我的”里点“完善信息”`,
      detail: '填上面卡片里的姓名和身份证号：核对一致，名下的保单马上出现。',
    },
    {
      title: `用 ${agent.phone} 登录，也“完善信息”`,
      detail: '他的号码登记在六位客户名下，所以转人工核验，并写明什么时候前答复。',
    },
  ];
}

export interface ApiStep extends JourneyStep {
  /** What to send, ready to be copied. */
  sends?: string;
}

export function operatorSteps(): ApiStep[] {
  const { phone } = demoOperators[0];
  return [
    {
      title: '打开接口文档，找到 operators 一组',
      detail: '每个接口都可以点 “Try it out” 直接试。',
    },
    {
      title: 'POST /ops/auth/sms-codes',
      detail: '要一个验证码，在这个号码的收件箱里看。操作员的验证码和车主的不通用。',
      sends: `{"phone":"${phone}"}`,
    },
    {
      title: 'POST /ops/auth/sms-sessions',
      detail: '换一个 15 分钟的令牌。把回答里的 accessToken 填进页面右上角的 “Authorize”。',
      sends: `{"phone":"${phone}","code":"收件箱里的 6 位数字"}`,
    },
    {
      title: 'GET /ops/identity-reviews',
      detail: '看有哪些等着答复，记下 id。没有的话，先用代理人的号码“完善信息”。',
    },
    {
      title: 'POST /ops/identity-reviews/{id}/decision',
      detail:
        'Idempotency-Key 随便填 8 位以上的字母数字，同一个编号再发一次只算一次。本人会收到短信，通过后保单就能看到。',
      sends: '{"decision":"accepted","reason":"已核对身份证和行驶证"}',
    },
    {
      title: 'POST /ops/settlement-runs',
      detail: '现在就出账。用 GET /ops/settlement-runs/{id} 看进度，店主在“结算”里会看到新的一张。',
      sends: '{"only":"all"}',
    },
    {
      title: 'GET /ops/disputes，再 POST /ops/disputes/{id}/answer',
      detail: '演示商户有一条异议在等答复。同意的话，差额进下一张结算单。',
      sends: '{"decision":"accepted","answer":"同意补差价","adjustmentFen":3300}',
    },
    {
      title: 'GET /ops/tickets 和 GET /ops/alarms',
      detail:
        '车主说“门店没给用”或“不是我用的”以后，工单和告警在这里。用 POST /ops/tickets/{id}/closing 答复，车主会收到短信。',
      sends: '{"answer":"已核实，退回一次","restore":true}',
    },
  ];
}
