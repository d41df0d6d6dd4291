/** For somebody beside the car who has no account: what is asked of them, and what becomes of it. */
export const linkWords = {
  title: '帮忙拍照',
  system: '理赔系统',
  unaffected: '您拍好的照片都在这台手机里',
  lead: (insurer: string) => `${insurer}请您帮忙拍几张事故照片`,
  leadHint: '不用登录，不用注册。照着图一张一张拍，拍完自动传。',
  plate: '车牌',
  when: '时间',
  what: '事故',
  until: '有效到',
  left: '还能传',
  leftValue: (count: number) => `${String(count)} 张`,
  wanted: (count: number) => `想请您拍这 ${String(count)} 张`,
  sees: '照片只进这一个案子，只给办这个案子的人看。您在这里看不到案子的别的内容，传好的照片也不能再打开。',
  start: '同意，开始拍照',
  privacy: '我们怎样保护照片里的信息',
  notYourCar: '不认识这辆车？不用理会，关掉就行。',
  leave: '先到这里',
  finished: '拍好了',
} as const;

export const linkEndWords = {
  thanks: '谢谢您，照片收到了',
  soFar: '谢谢您，拍好的都在传',
  noneYet: '还没有拍照片',
  allHere: '照片都齐了，不用再拍',
  allHereMeans: '别人已经拍好了。可以关掉这个页面。',
  received: (count: number, total: number) => `收到 ${String(count)} 张，共要 ${String(total)} 张`,
  at: (when: string) => `${when} 收到`,
  onPhone: '还在这台手机里，有网络就自动传',
  refused: '没有收下，请再拍一张',
  notTaken: '还没拍',
  stillSending: (count: number) =>
    `还有 ${String(count)} 张在传。这个页面先别关，传完会写在这里；关了再打开短信里的链接，也会接着传。`,
  canClose: '可以关掉这个页面了。后面的事由车主和查勘员跟进，不用您做什么。',
  usedUp: '这个链接能传的照片已经传满了。还有要拍的，请让发给您的人再发一次。',
  more: '再拍几张',
  goOn: '接着拍',
} as const;

export const linkOverWords = {
  over: '这个链接过期了',
  overMeans: '链接 2 小时内有效；再发一次新的，旧的也就用不了了。请让发给您的人再发一次。',
  cut: '这个链接不完整',
  cutMeans: '短信里的链接可能只复制了一半。请回到短信直接点开，或者把整行链接复制到浏览器。',
  kept: (count: number) => `您拍好还没传上的 ${String(count)} 张还在这台手机里，打开新的链接就接着传。`,
} as const;

/** For the member who asks for help. */
export const askWords = {
  ask: '请在现场的人帮忙拍',
  title: '请在现场的人帮忙拍',
  lead: '您不在车旁也行：我们给对方发一条短信，点开就能拍，不用登录。对方只能往这一个案子里加照片，看不到别的。',
  phone: '对方的手机号',
  phoneHint: '只用来发这一条短信。',
  phoneWrong: '请填 11 位手机号',
  send: '发短信',
  sending: '正在发…',
  sent: (phone: string) => `已发到 ${phone}`,
  sentMeans: (until: string, photos: number) =>
    `链接 ${until} 前有效，最多传 ${String(photos)} 张。照片一到，这里就能看到。`,
  again: '发给另一个人',
} as const;
