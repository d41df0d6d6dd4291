/** All words about vehicles and traffic violations (交通违法). */
export const messages = {
  list: {
    title: '我的车',
    emptyTitle: '还没有加车',
    emptyHint: '加上车牌和行驶证上的两个号，就能查违章。',
    add: '加一辆车',
    remove: '移除',
    removeTitle: (plate: string) => `移除 ${plate}？`,
    removeBody: '只是不再显示这辆车和它的违章，保单和券不受影响。要用时可以再加。',
    removeGo: '移除这辆车',
    removing: '正在移除…',
    removed: (plate: string) => `已移除 ${plate}`,
    added: (plate: string) => `已加上 ${plate}`,
    kinds: { '02': '小型汽车', '51': '大型新能源', '52': '小型新能源' },
    vin: (masked: string) => `车架号 ${masked}`,
  },
  form: {
    title: '加一辆车',
    plate: '车牌号',
    plateHint: '例如 鲁A12345，新能源 鲁AD12345',
    plateBad: '车牌号不对，再看一遍',
    kind: '号牌种类',
    vin: '车架号',
    vinHint: '行驶证上「车辆识别代号」，17 位',
    vinBad: '车架号是 17 位数字和字母，没有 I、O、Q',
    vinWarn: '跟常见的校验规则对不上，进口车可能是正常的。请对着行驶证再看一遍，没错就可以保存。',
    engine: '发动机号',
    engineHint: '行驶证上「发动机号码」',
    engineBad: '发动机号是 4 到 20 位数字和字母',
    consent: '我同意把车牌、车架号和发动机号发给交管数据源，只用来查这辆车的违章',
    consentMissing: '要先勾选同意，才能查违章',
    why: '这三个号是交管查违章要用的。保存时加密，别人看不到。',
    save: '保存并查违章',
    saving: '正在保存…',
  },
  violations: {
    title: '违章',
    unhandled: '没处理的',
    fine: '罚款合计',
    points: '记分合计',
    pointsOf: (points: number) => `${String(points)} 分`,
    found: (count: number, source: string) => `查到 ${String(count)} 条。来源：${source}`,
    fetched: (at: string) => `${at} 查`,
    stale: '暂时连不上数据源，这是上次查到的',
    handledTitle: '处理过的',
    unpaid: '没缴款',
    refresh: '再查一次',
    refreshing: '正在查…',
    where: '到哪里处理',
    whereBody: '用「交管12123」App 或到就近的交警大队处理。我们不代收罚款，也不代扣分。',
    none: '没有查到记录',
    noneHint: '「没查到」不等于「没有」：看一下来源覆盖哪里、什么时候查的。',
  },
} as const;

export const vehiclePageWords = {
  notNow: '先不加',
  system: '车辆资料',
} as const;

export const vehicleCardWords = {
  lookUpLabel: (plate: string) => `查违章 ${plate}`,
  lookUp: '查违章',
} as const;

export const violationCardWords = {
  summary: (when: string, fine: string, points: string) => `${when}，罚款 ${fine}，记 ${points}`,
} as const;

export const violationReportWords = {
  records: '条',
  points: '分',
  source: '违章数据源',
} as const;

/** In 待发送: what will be sent. */
export const laterWords = {
  add: (plate: string) => `加一辆车：${plate}`,
  remove: (plate: string) => `移除 ${plate}`,
} as const;
