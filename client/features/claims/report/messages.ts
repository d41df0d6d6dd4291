export const reportWords = {
  noPlace: '地点等查勘员来电确认',
  byPhonePosition: '按手机定位',
  driverIsMe: '本人',
  phoneWrong: '请填 11 位手机号，查勘员要打给您',
  driverWrong: '请填驾驶人的姓名',
  otherPhoneWrong: '对方手机号不对，请填 11 位，或者先空着',
  timeAhead: '还没到这个时间，请选已经过去的时间。',
  timeBarred: (hotline: string) =>
    `超过两年的事故，在这里报不了。请看看日期对不对；没错的话，打 ${hotline} 说明情况。`,
  placeTooLong: (most: number, now: number) => `地点最多写 ${most} 个字，现在是 ${now} 个`,
  noRoom: '手机空间不够，草稿没能存下。请不要关掉这一页，现在就提交。',
  plateWrong: '车牌号不对，例如 鲁A12345 或 鲁AD12345',
  checkAbove: (names: string) => `${names}要改一下，改好就能提交。`,
  placeRefused: '没有得到位置，没关系，写个路名或路口就行。',
  placeUnavailable: '现在定位不到。写个路名或路口就行。',
} as const;

export const fieldNameWords = {
  plate: '车牌号',
  occurredAt: '时间',
  address: '地点',
  contactPhone: '联系电话',
  driverName: '驾驶人姓名',
  otherCars: '对方的车',
} as const;

export const carStepWords = {
  whichCar: '哪一辆车？',
  whichPlate: '出险的车牌号是？',
  lead: '点一下就进入下一步，之后能改。',
  loginForCars: '登录后直接选您的车',
  otherPlate: '不是这些车，填车牌号',
  plate: '车牌号',
  plateExample: '例如 鲁A12345',
  plateHint: '没有在我们这里投保也能报，会有人核对。',
  usePlate: '用这个车牌',
} as const;

export const confirmWords = {
  title: '看一下，没错就提交',
  lead: '提交后马上给您报案号，之后还能补充。',
  contactPhone: '联系电话',
  contactPhoneExample: '11 位手机号',
  contactPhoneHint: '查勘员打这个号码找您',
  ownInjured: '我方受伤',
  otherInjured: '对方受伤',
  countLater: '数不清可以不填，来电时再说。',
  noCar: '还没选车',
  change: '改',
  noScenario: '还没选',
  injured: '有人受伤',
  notInjured: '没有人受伤',
  driverMe: '我本人',
  driverOther: '别人',
  whoDrove: '当时谁在开车',
  driverName: '驾驶人姓名',
  more: '补充对方的车和经过（可以不填）',
  ownHospital: '我方送去哪家医院（可以不填）',
  otherHospital: '对方送去哪家医院（可以不填）',
  hospitalExample: '例如 市中心医院',
  description: '经过（可以不填）',
  descriptionExample: '例如：等红灯时被后车撞上',
} as const;

export const otherCarWords = {
  title: (number: number) => `对方的车 ${number}`,
  hint: '车牌就够了，别的知道多少填多少。',
  plate: '对方车牌',
  insurer: '对方的保险公司（可以不填）',
  insurerHint: '对方也要向自己的保险公司报案，号码报完案就能看到。',
  policyNo: '对方保单号（可以不填）',
  name: '对方姓名（可以不填）',
  phone: '对方手机号（可以不填）',
  add: '还有一辆对方的车',
  first: '填对方的车',
  remove: '去掉这辆车',
  moreAbout: '再填保险公司、姓名、电话',
} as const;

export const deliveryWords = {
  onPhone: '已存在这台手机',
  sending: '正在发送',
  received: '已收到',
  queued: '已收到，存好了，报案号随后短信给您',
  state: '报案送到哪了',
  keptTitle: '报案存在这台手机里了',
  keptLead: '现在没有网络。一有网络就自动发出去，只发一次，不用再报。关掉也不会丢。',
  sendingTitle: '正在发送',
  sendingLead: '信号不好，会一直重试，只算一次报案。关掉也不会丢。',
  urgent: '急事不用等网络，电话一样能报案：',
  photos: '先拍照，存在手机里',
  callOff: '先不发，接着改',
  queueTitle: (plate: string, what: string) => `报案：${plate} ${what}`,
  queuePlace: '地点',
} as const;

export const counterWords = {
  less: (label: string) => `${label}减一人`,
  people: (count: number) => `${count} 人`,
  more: (label: string) => `${label}加一人`,
} as const;

export const injuryWords = {
  question: '有人受伤吗？',
  lead: '先看人，再看车。自己人和对方都算。',
  nobody: '没有人受伤',
  nobodyDetail: '只是车或东西坏了',
  somebody: '有人受伤',
  somebodyDetail: '拿不准也选这个',
} as const;

export const reportPageWords = {
  title: '报案',
  restart: '重新开始',
  continues: (when: string) => `接着上次的报案，${when} 存的。`,
  discardTitle: '丢掉上次填的？',
  discard: '丢掉，重新开始',
  discardMeans: '还没有提交，丢掉后找不回来。',
} as const;

export const placeWords = {
  place: '地点',
  placeExample: '路名、路口或旁边的建筑',
  positioned: '已经带上定位，写个路名更好找。',
  left: (count: number) => `还能写 ${count} 个字`,
  full: (most: number) => `已经写满 ${most} 个字，再多就记不下了`,
  optional: '不填也能提交，查勘员来电时再问您。',
  hasPosition: '已定位',
  dropPosition: '不带定位',
  positioning: '正在定位…',
  usePosition: '用我现在的位置',
  why: '只用来告诉查勘员您在哪。',
  openSettings: '去设置里允许定位',
} as const;

export const reportFootWords = {
  injured: '有人受伤？',
  ambulance: '120 急救',
  police: '122 交警',
  insurer: '保险公司',
  callInsurer: (number: string) => `打保险公司电话 ${number}`,
  sending: '正在提交…',
  submit: '提交报案',
  loginAndSubmit: '登录并提交',
} as const;

export const progressWords = {
  savedAt: (when: string) => `草稿已存 ${when}`,
  step: (number: number, total: number) => `第 ${number} 步，共 ${total} 步`,
  back: '上一步',
} as const;

export const receiptWords = {
  received: '报案收到了',
  reportNo: '报案号',
  numberLater: '随后短信给您',
  queued: '报案存好了',
  queuedMeans: '理赔系统暂时连不上。报案已经存在我们这里，系统一恢复就自动交上去，只交一次，不用再报。',
  injuredFirst: '先顾人。医院的单据和现场照片以后再拍也行，人伤专员会给您打电话。',
  pendingCheck: '待核实：我们会核对这辆车当时的保障，有结果马上告诉您。报案照样受理，不用再报一次。',
  next: '接下来',
  ownsStep: '现在跟进这一步',
  photosNow: (missing: number) => `现在拍照，共 ${missing} 张`,
  photosLater: '照片以后再拍，看进展',
  progress: '看进展',
} as const;

export const safetyWords = {
  callAmbulance: '先打 120，说清地点和几个人受伤',
  protect: '开双闪，在车后放三角牌，人站到路外',
  callPolice: '再打 122，不要移动伤者和车辆',
  title: '先顾人，报案不着急',
  lead: '填到哪里都会存着，安顿好了再接着来。',
} as const;

export const scenarioStepWords = {
  question: '发生了什么？',
  lead: '点最像的一张就进入下一步，之后能改。',
  ownCar: '您的车',
  otherCar: '对方的车',
} as const;

export const whenWords = {
  justNow: '刚才',
  halfHourAgo: '半小时前',
  pick: '选时间',
  title: '时间',
  label: '什么时候发生的',
  day: '哪一天',
  clock: '几点',
} as const;
