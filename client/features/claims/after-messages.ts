/** What is said after the report: papers, amounts, account, endings. */
import type { Payee, SettlementShare } from '../../../bff/upstream/core/contract/claim-parts';

export const guidanceWords = {
  title: '您现在要知道的',
  agreement: '下载协商协议书（PDF）',
  fetchingAgreement: '正在生成协议书…',
  agreementFile: (reportNo: string) => `agreement-${reportNo}.pdf`,
  agreementHint: '已经帮您填好知道的部分，空着的当面填，两边签字后各留一份。',
  hotlines: '各家报案电话',
  hotlinesTitle: '对方打自己保险公司的电话',
  call: (name: string) => `打给${name}`,
  otherParty: (plate: string) => `对方的车 ${plate}`,
  otherInsurer: (insurer: string) => `保险公司：${insurer}`,
  noInsurer: '还不知道对方的保险公司，查勘员来电时问您',
  ownHurt: (count: number) => `我方受伤 ${count} 人`,
  otherHurt: (count: number) => `对方受伤 ${count} 人`,
  hospital: (name: string) => `在${name}`,
  noHospital: '医院还没说，来电时再告诉我们',
  involved: '人和车',
} as const;

export const laneWords = {
  title: '能不能快一点',
  open: '可以走',
  undecided: '还不能确定',
  closed: '不能走',
  met: '符合',
  notMet: '不符合',
  unknown: '还不知道',
} as const;

export const paperWords = {
  title: '要交的材料',
  once: '就这些，一次说全，不会再加。',
  nowAll: '现在一共就这些。',
  done: (count: number) => `${count} 份都齐了`,
  left: (count: number) => `还差 ${count} 份`,
  onFile: '我们已经有了，不用交',
  wanted: '还没交',
  received: '收到了，正在看',
  reviewBy: (when: string) => `最晚 ${when} 看完`,
  accepted: '没问题',
  rejected: '要重新交',
  why: '为什么要',
  where: '去哪里拿',
  reviewed: '我们的意见',
  hand: (name: string) => `交${name}`,
  album: '从相册选',
  shoot: '拍照',
  submit: (count: number) => (count === 0 ? '拍好一张就能交' : `交上去，共 ${count} 张`),
  submitting: '正在交…',
  sending: '正在传…',
  noPicture: '先拍一张或者从相册选一张。正反面、多页可以拍几张。',
  notSent: '有一张没传上，照片还在手机里。再点一次就接着传。',
  remove: (number: number) => `去掉第 ${number} 张`,
  handedIn: '交上去了，看完马上告诉您',
  again: '我们又多要了材料',
  allowedBy: (name: string) => `${name}批准`,
} as const;

export const assessmentWords = {
  title: '赔多少',
  system: '算出来的金额',
  faultAll: '您负全部责任',
  faultNone: '您没有责任',
  fault: (percent: number) => `您承担 ${percent}% 的责任`,
  lines: '一项一项的损失',
  own: '您这边',
  other: '对方那边',
  quantity: (label: string, quantity: number) => (quantity > 1 ? `${label} × ${quantity}` : label),
  total: '损失合计',
  shares: '谁出多少',
  weTitle: '我们赔',
  weOwn: (sum: string) => `赔您这边 ${sum}`,
  weOther: (sum: string) => `赔对方 ${sum}`,
  otherCompulsory: (sum: string) => `另外 ${sum} 由对方的交强险赔您，找对方的保险公司要`,
  provisional: (fault: string) => `初步判断${fault}，最后按事故证明定`,
  youTitle: '您自己出',
  agree: '金额没错，我同意',
  agreeing: '正在记下…',
  confirmTitle: (sum: string) => `同意我们赔 ${sum}？`,
  confirmMeans: '同意以后就按这个金额付款。之后发现不对，还可以要求再看一次。',
  confirm: '没错，我同意',
  back: '再看看',
  taken: (sum: string) => `记下了：您同意我们赔 ${sum}`,
  agreedAt: (when: string) => `您${when} 同意了这些金额。`,
  object: '有一处不对',
  objectTitle: '哪里不对？',
  objectField: '写明哪一项、为什么',
  objectExample: '例如：右前大灯是换的，不是修的',
  objectMeans: '理赔员看过以后给您打电话，重新算一遍。不影响别的赔款。',
  sendObjection: '交给理赔员重看',
  agreed: '您已同意',
  objected: '正在按您说的重看',
  proposed: '等您看',
  yourWords: (reason: string) => `您说：${reason}`,
  tooShort: '写一句哪里不对，好让理赔员重看',
  round: (round: number) => `第 ${round} 次算`,
  assessor: '负责算这些金额',
} as const;

export const shareWords: Record<SettlementShare['side'], string> = {
  own: '您这边的损失',
  other: '对方那边的损失',
};

export const payeeWords: Record<Payee, string> = {
  insured: '您本人',
  garage: '修理厂',
  hospital: '医院',
  victim: '对方（受害人）',
};

export const payoutWords = {
  title: '赔款怎么付',
  accountWanted: '等您填收款账户',
  accountProposed: '等您再确认一次',
  ready: '账户已确认，等付款',
  paid: '已汇出',
  fill: '填收款账户',
  fillOther: '填对方的收款账户',
  forWhat: (name: string, sum: string) => `这一笔：${name}，${sum}`,
  refill: '换一个账户',
  refillProposed: '再填一遍并确认',
  proposedMeans: '填过一次，还没有确认，不会按它付款。请再填一遍，看清楚了再确认。',
  sheetTitle: '付给谁、付到哪里',
  who: '付给谁',
  pickPayee: '点一下付给谁',
  notAllowed: (name: string) => `不能付给${name}`,
  holder: '户名',
  holderHint: '和银行卡上的名字一模一样',
  insuredHint: (nameMasked?: string | null) =>
    `写保单上被保险人${nameMasked ? `（${nameMasked}）` : ''}的名字，和银行卡上一模一样`,
  bank: '开户银行',
  bankExample: '例如 示例银行济南分行',
  number: '账号',
  numberHint: '填完会再给您看一遍，确认了才算。',
  wrongHolder: '填户名，至少两个字',
  wrongBank: '填开户银行',
  wrongNumber: '账号是 8 到 30 位数字，请对着卡再看一遍',
  check: '下一步，再看一遍',
  checking: '正在核对…',
  readBackTitle: '念一遍，对不对？',
  amount: '付多少',
  confirm: '没错，就付到这里',
  confirming: '正在确认…',
  change: '不对，重新填',
  until: (when: string) => `${when} 前确认有效，过了要重新填一次。`,
  paidAt: '汇出时间',
  receiptNo: '付款回执号',
  account: '收款账户',
  noMoney: '这次没有要付的钱',
  done: '账户确认好了',
  newNeeded: '这一次没有确认成，请重新填一遍账户。',
} as const;

export const resultWords = {
  paidTo: (name: string) => `付给${name}`,
} as const;

export const finishedWords = {
  more: '看金额明细、材料和经过',
  less: '收起来',
} as const;

/** Where to go from the card that says what waits for the customer. */
export const nextActionWords = {
  uploadPapers: '去交',
  answerAssessment: '去看',
  giveAccount: '去填',
  confirmAccount: '去确认',
} as const;

export const withdrawWords = {
  row: '填错了？可以撤回报案',
  rowLater: '不想办了？可以撤回报案',
  title: '撤回这次报案？',
  reason: '为什么撤回',
  reasons: ['重复报了', '自己商量好了', '损失很小，不报了', '填错了'],
  other: '别的原因，写一句',
  submit: '撤回报案',
  submitting: '正在撤回…',
  pick: '选一个原因，或者写一句',
  undone: '恢复了，接着办',
  until: (when: string) => `已撤回。${when} 前可以恢复，进度不丢。`,
  final: '已撤回，已经过了可以恢复的 24 小时。',
  undo: '恢复这次报案',
  undoing: '正在恢复…',
} as const;

export const reopenWords = {
  row: '结果有疑问？要求再看一次',
  title: '要求再看一次',
  field: '哪里要再看',
  example: '例如：修车时又发现里面坏了一处',
  until: (when: string) => `${when} 前都可以要求。有人看过后给您打电话。`,
  submit: '交上去',
  submitting: '正在交…',
  tooShort: '写一句哪里要再看',
  done: '收到了，重新看这个案子',
} as const;

export const ratingWords = {
  title: '这次办得怎么样？',
  score: '打几分',
  scores: ['很差', '不好', '一般', '好', '很好'],
  comment: '想说的话（可以不写）',
  submit: '交评价',
  submitting: '正在交…',
  thanks: (score: string) => `您的评价：${score}。谢谢，我们会看每一条。`,
} as const;

export const refusalWords = {
  title: '这次不赔，原因写在这里',
  noticeDue: (when: string) => `书面通知最晚 ${when} 寄出`,
  noticeSent: (when: string) => `书面通知 ${when} 已寄出`,
} as const;

export const newsWords = {
  title: '消息',
  none: '有进展马上写在这里，也发到您手机上。',
  more: (count: number) => `再看 ${count} 条`,
} as const;

export const dispatchWords = {
  lookingInto: '正在查为什么晚了',
  distance: (distance: string) => `离您约 ${distance}`,
  waitsForYou: '这一步等您，我们的时间不算。',
} as const;
