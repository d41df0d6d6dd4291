/** What points can become in the demonstration. One piece is sold out, one has a limit that a single exchange reaches. */
export interface DemoItem {
  id: string;
  service: string;
  title: string;
  description: string;
  pricePoints: number;
  stocked: number;
  limit: number | null;
  uses?: number;
  amountFen?: number;
  days: number;
}

export const demoItems: readonly DemoItem[] = [
  {
    id: 'itm_wash',
    service: 'svc_wash',
    title: '普通洗车 1 次',
    description: '到店出示二维码就能洗，外观清洗加脚垫除尘。',
    pricePoints: 680,
    stocked: 500,
    limit: 4,
    days: 90,
  },
  {
    id: 'itm_wash_card',
    service: 'svc_wash',
    title: '普通洗车 5 次卡',
    description: '比单次兑换省 600 积分，一张卡用 5 次。',
    pricePoints: 2800,
    stocked: 200,
    limit: 2,
    uses: 5,
    days: 180,
  },
  {
    id: 'itm_fuel',
    service: 'svc_fuel',
    title: '加油优惠 60 元',
    description: '按实付金额 9 折，单次最多优惠 30 元，优惠满 60 元为止，最多用 4 次。',
    pricePoints: 2400,
    stocked: 300,
    limit: 2,
    uses: 4,
    amountFen: 6000,
    days: 120,
  },
  {
    id: 'itm_winter_check',
    service: 'svc_winter_check',
    title: '冬季安全检测',
    description: '26 项检测，当场给检测单。',
    pricePoints: 900,
    stocked: 150,
    limit: 1,
    days: 90,
  },
  {
    id: 'itm_driver',
    service: 'svc_driver',
    title: '酒后代驾 1 次',
    description: '单程 30 公里以内，司机到约定地点送您回家。',
    pricePoints: 1600,
    stocked: 100,
    limit: 2,
    days: 180,
  },
  {
    id: 'itm_airport_ride',
    service: 'svc_airport_ride',
    title: '机场送机 1 次',
    description: '五座轿车从市区送到遥墙机场出发层。',
    pricePoints: 2600,
    stocked: 60,
    limit: 1,
    days: 180,
  },
  {
    id: 'itm_airport_lounge',
    service: 'svc_airport_lounge',
    title: '机场贵宾厅 1 次',
    description: '茶点和快速安检通道，限本人使用。',
    pricePoints: 2200,
    stocked: 0,
    limit: 1,
    days: 180,
  },
  {
    id: 'itm_health',
    service: 'svc_health',
    title: '健康体检 1 次',
    description: '32 项体检，三个工作日出报告，可以送给家人。',
    pricePoints: 6800,
    stocked: 40,
    limit: 1,
    days: 365,
  },
  {
    id: 'itm_tyre',
    service: 'svc_tyre',
    title: '轮胎养护 8 折券',
    description: '四轮换位、动平衡、补胎等工时费 8 折。',
    pricePoints: 300,
    stocked: 400,
    limit: null,
    days: 90,
  },
  {
    id: 'itm_paperwork',
    service: 'svc_paperwork',
    title: '车务代办 1 项',
    description: '补换行驶证、号牌等，专人代跑一次。',
    pricePoints: 1200,
    stocked: 80,
    limit: 2,
    days: 365,
  },
];
