import type { StoredTerms } from '../tables/network';

export interface DemoService {
  id: string;
  kind: string;
  title: string;
  description: string;
  fulfilment: 'visit' | 'booking' | 'dispatch';
  terms: StoredTerms;
  /** Only for a service by amount. */
  amount?: { percent: number; capFen: number };
  discountText?: string;
  typedCode: boolean;
  live: boolean;
  vehicleBound: boolean;
  /** For its owner in person: never given away. */
  ownerOnly?: boolean;
  validityDays: number;
}

const carCare: DemoService[] = [
  {
    id: 'svc_wash',
    kind: 'carWash',
    title: '普通洗车',
    description: '车身外观清洗、擦干，轮毂冲洗，脚垫除尘。约 25 分钟。',
    fulfilment: 'visit',
    terms: {
      howToUse: '到店出示二维码或兑换码，店员确认后即可洗车。五座及以下的车不用另外付钱，七座车要补差。',
      limits: [
        '7 座及以下小型客车',
        '每车每天限用 1 次（没有绑定车辆的券，每人每天 1 次）',
        '高峰时段按到店顺序排队',
      ],
      exclusions: ['不含打蜡、镀膜和内饰深度清洁', '不含沥青、虫胶等顽固污渍处理'],
      extraCost: '七座车洗车每次补 ¥10.00，到店付给门店',
      caps: { usesPerDay: 1, kilometres: null, seats: 7 },
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 90,
  },
  {
    id: 'svc_wash_fine',
    kind: 'carWash',
    title: '精致洗车',
    description: '外观清洗加内饰吸尘、中控擦拭、玻璃内外清洁。约 50 分钟。',
    fulfilment: 'visit',
    terms: {
      howToUse: '建议先打电话约时间，到店出示二维码或兑换码。',
      limits: ['7 座及以下小型客车', '每次限 1 辆车'],
      exclusions: ['不含座椅拆洗和发动机舱清洗'],
      extraCost: '七座车每次补 ¥20.00，到店付给门店',
      caps: { usesPerDay: null, kilometres: null, seats: 7 },
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 90,
  },
  {
    id: 'svc_winter_check',
    kind: 'vehicleCheck',
    title: '冬季安全检测',
    description: '电瓶、防冻液、轮胎、制动、灯光等 26 项检测，当场给出检测单。约 40 分钟。',
    fulfilment: 'visit',
    terms: {
      howToUse: '到店出示二维码或兑换码，检测完成后领取检测单。',
      limits: ['燃油车和新能源车都可以', '每张券限 1 辆车用 1 次'],
      exclusions: ['只检测不维修，维修和更换零件的费用自理'],
      extraCost: null,
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 120,
  },
  {
    id: 'svc_battery_check',
    kind: 'vehicleCheck',
    title: '新能源三电检测',
    description: '动力电池、电机、电控读数与绝缘检测，出具电池健康报告。约 60 分钟。',
    fulfilment: 'visit',
    terms: {
      howToUse: '开绑定的新能源车到店，出示二维码，店员核对车牌后检测。',
      limits: ['只用于券上绑定的车辆', '到店时电量建议在 30% 到 80% 之间'],
      exclusions: ['不含电池拆检和均衡维护'],
      extraCost: null,
    },
    typedCode: false,
    live: true,
    vehicleBound: true,
    validityDays: 180,
  },
  {
    id: 'svc_maintenance',
    kind: 'maintenance',
    title: '基础保养工时',
    description: '更换机油机滤的工时费，含 18 项例行检查。',
    fulfilment: 'visit',
    terms: {
      howToUse: '提前一天打电话预约，到店出示二维码或兑换码。',
      limits: ['燃油小型客车', '机油、机滤可自带或在店购买'],
      exclusions: ['不含机油、机滤等材料费', '不含变速箱和空调系统保养'],
      extraCost: '材料费按门店标价，付给门店',
    },
    discountText: '工时费全免',
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 180,
  },
];

const onTheRoad: DemoService[] = [
  {
    id: 'svc_fuel',
    kind: 'fuel',
    title: '加油优惠',
    description: '在合作加油站加油，按实付金额打 9 折，单次最多优惠 30 元。',
    fulfilment: 'visit',
    terms: {
      howToUse: '加油后在便利店结账时出示二维码，告诉店员加油金额，按优惠后的金额付钱。',
      limits: ['每次最多优惠 ¥30.00，用完总额为止', '92 号、95 号、98 号汽油和 0 号柴油'],
      exclusions: ['不用于便利店商品和加油卡充值', '不和加油站其他优惠同时使用'],
      extraCost: '优惠后的油费由您自己付',
    },
    amount: { percent: 10, capFen: 3000 },
    discountText: '9 折，单次最多优惠 ¥30.00',
    typedCode: false,
    live: true,
    vehicleBound: false,
    validityDays: 120,
  },
  {
    id: 'svc_inspection',
    kind: 'inspection',
    title: '代办验车',
    description: '专人上门取车，代跑车辆年检，检完送回并交回检验标志。',
    fulfilment: 'booking',
    terms: {
      howToUse: '提前 2 天预约，备好行驶证和有效交强险，交车时出示二维码。',
      limits: ['只用于券上绑定的车辆', '济南市绕城高速以内取送'],
      exclusions: ['不含检测线规费以外的维修费用', '有未处理违章的车辆不能上线检测'],
      extraCost: '检测不合格需要维修的，维修费由您自己付',
    },
    typedCode: false,
    live: true,
    vehicleBound: true,
    validityDays: 365,
  },
  {
    id: 'svc_driver',
    kind: 'designatedDriver',
    title: '酒后代驾',
    description: '司机到约定地点，把您和车送回家。',
    fulfilment: 'dispatch',
    terms: {
      howToUse: '打门店电话叫代驾，司机到达后出示二维码。',
      limits: ['单程 30 公里以内', '等候 30 分钟以内'],
      exclusions: ['不含过路费、停车费', '不提供往返等候'],
      extraCost: '超出 30 公里的部分按每公里 ¥5.00，付给司机',
      caps: { usesPerDay: null, kilometres: 30, seats: null },
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 180,
  },
  {
    id: 'svc_roadside',
    kind: 'roadside',
    title: '道路救援',
    description: '搭电、换胎、送油、拖车，24 小时都可以叫。',
    fulfilment: 'dispatch',
    terms: {
      howToUse: '先把人撤到护栏外并放好警示牌，再打救援电话，救援员到达后出示二维码。',
      limits: ['拖车单程 50 公里以内', '每次限一种救援'],
      exclusions: ['高速公路上由高速救援单位处理', '不含油料、轮胎等材料费'],
      extraCost: '材料费和超出 50 公里的拖车费由您自己付',
      caps: { usesPerDay: null, kilometres: 50, seats: null },
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 365,
  },
];

const beyondTheCar: DemoService[] = [
  {
    id: 'svc_airport_ride',
    kind: 'airport',
    title: '机场送机',
    description: '五座轿车从市区送到遥墙机场出发层。',
    fulfilment: 'dispatch',
    terms: {
      howToUse: '提前 1 天打电话预约，上车时出示二维码或兑换码。',
      limits: ['济南市区出发', '最多 3 人、2 件大行李'],
      exclusions: ['不含中途停靠'],
      extraCost: null,
      caps: { usesPerDay: null, kilometres: null, seats: 3 },
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 180,
  },
  {
    id: 'svc_airport_lounge',
    kind: 'airport',
    title: '机场贵宾厅',
    description: '遥墙机场国内出发贵宾厅，含茶点和快速安检通道。',
    fulfilment: 'visit',
    terms: {
      howToUse: '本人持当天登机牌，在贵宾厅前台出示二维码。',
      limits: ['限本人使用', '起飞前 3 小时内可入厅'],
      exclusions: ['不含登机摆渡车'],
      extraCost: '随行人员每位 ¥120.00，付给贵宾厅',
    },
    typedCode: false,
    live: true,
    vehicleBound: false,
    ownerOnly: true,
    validityDays: 180,
  },
  {
    id: 'svc_health',
    kind: 'health',
    title: '健康体检',
    description: '血压、血糖、血脂、心电图、胸片等 32 项，三个工作日出报告。',
    fulfilment: 'booking',
    terms: {
      howToUse: '提前 2 天预约，空腹到店，出示二维码或兑换码。',
      limits: ['限 18 周岁以上', '可以送给家人使用'],
      exclusions: ['不含加项检查'],
      extraCost: '加项检查按标价付给体检中心',
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 365,
  },
  {
    id: 'svc_paperwork',
    kind: 'paperwork',
    title: '车务代办',
    description: '补换行驶证、号牌，违章材料代交等，专人代跑一次。',
    fulfilment: 'booking',
    terms: {
      howToUse: '打电话预约上门取件，交件时出示二维码或兑换码。',
      limits: ['每张券办理 1 项业务'],
      exclusions: ['必须本人到场的业务不能代办'],
      extraCost: '车管所收取的规费由您自己付',
    },
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 365,
  },
  {
    id: 'svc_tyre',
    kind: 'partner',
    title: '轮胎养护 8 折',
    description: '四轮换位、动平衡、补胎等工时费 8 折。',
    fulfilment: 'visit',
    terms: {
      howToUse: '到店先看价目表，结账前出示二维码或兑换码。',
      limits: ['工时费 8 折，每张券用 1 次'],
      exclusions: ['轮胎和配件不打折'],
      extraCost: '折后费用由您自己付',
    },
    discountText: '工时费 8 折',
    typedCode: true,
    live: false,
    vehicleBound: false,
    validityDays: 180,
  },
];

export const demoServices: DemoService[] = [...carCare, ...onTheRoad, ...beyondTheCar];
