/** Two accounts of one person: what it means, before it is confirmed on both phones. */
export const mergeWords = {
  title: '这个证件在您另一个号码的账号里',
  lead: (other: string) =>
    `证件已经绑定在 ${other} 的账号上。两个手机都在手边，各填一条验证码，两个账号马上合成一个，不用等人工核验。`,
  own: (phone: string) => `本号码 ${phone} 的验证码`,
  ownHint: '发到您现在登录的号码',
  other: (phone: string) => `另一个号码 ${phone} 的验证码`,
  otherHint: '发到那个手机上',
  after: '合并以后',
  afterKept: '保单、券、积分、报案都在现在这个账号里',
  afterGone: (other: string) => `${other} 上的登录会退出，以后用现在这个号码登录`,
  afterFinal: '合并后不能再拆开',
  /** A deletion that waits decides what the merge means. */
  ownDeletion: (day: string) =>
    `您已申请删除现在这个账号，${day} 执行。现在合并，另一个账号带来的保单、券、积分和报案到那天也会一起删掉。想保留，先撤回删除。`,
  toDeletion: '去撤回删除',
  otherDeletion: (other: string, day: string) =>
    `${other} 的账号原定 ${day} 删除。合并后这个申请自动作废，里面的东西不会被删，都转到现在这个账号。`,
  merge: '合并两个账号',
  merging: '正在合并…',
  lost: (until: string) => `那个号码收不到短信了？不用再做什么，专人会核对证件。最晚答复：${until}。`,
} as const;
