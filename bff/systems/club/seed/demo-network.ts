/** Partner shops in 济南. All of it is made up; telephone numbers with 0000 belong to nobody. Positions are gcj02. */
export interface DemoStore {
  id: string;
  name: string;
  address: string;
  phone: string;
  hours: string;
  opens: number;
  closes: number;
  latitude: number;
  longitude: number;
  services: string[];
  suspended?: boolean;
}

export interface DemoMerchant {
  id: string;
  name: string;
  /** What it gets for one use, in fen; the word `discount` means the discount it gave. */
  prices: Record<string, number | 'discount'>;
  stores: DemoStore[];
}

const day = (hours: string): Pick<DemoStore, 'hours' | 'opens' | 'closes'> => {
  const [opens = 0, closes = 1440] = (hours.match(/\d+:\d+/g) ?? []).map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { hours: `每天 ${hours}`, opens, closes };
};
const allDay: Pick<DemoStore, 'hours' | 'opens' | 'closes'> = { hours: '24 小时', opens: 0, closes: 1440 };

const carCenter: DemoMerchant = {
  id: 'mch_quancheng',
  name: '泉城车享家汽车服务有限公司',
  prices: {
    svc_wash: 2500,
    svc_wash_fine: 5800,
    svc_winter_check: 6000,
    svc_battery_check: 12000,
    svc_maintenance: 9000,
    svc_inspection: 18000,
    svc_fuel: 'discount',
  },
  stores: [
    {
      id: 'sto_quancheng_jingshi',
      name: '泉城车享家·经十路综合服务站',
      address: '济南市历下区经十路 11888 号',
      phone: '0531-00001101',
      ...allDay,
      latitude: 36.6567,
      longitude: 117.1217,
      services: [
        'svc_wash',
        'svc_wash_fine',
        'svc_winter_check',
        'svc_battery_check',
        'svc_maintenance',
        'svc_inspection',
        'svc_fuel',
      ],
    },
    {
      id: 'sto_quancheng_huanshan',
      name: '泉城车享家·环山路店',
      address: '济南市历下区环山路 26 号',
      phone: '0531-00001102',
      ...day('8:00–20:00'),
      latitude: 36.6478,
      longitude: 117.0431,
      services: ['svc_wash', 'svc_wash_fine', 'svc_winter_check', 'svc_maintenance'],
    },
    {
      id: 'sto_quancheng_xizhan',
      name: '泉城车享家·西客站店',
      address: '济南市槐荫区烟台路 1266 号',
      phone: '0531-00001103',
      ...day('8:30–19:30'),
      latitude: 36.6706,
      longitude: 116.893,
      services: ['svc_wash', 'svc_winter_check', 'svc_inspection'],
    },
  ],
};

const travel: DemoMerchant = {
  id: 'mch_youjia',
  name: '齐鲁优驾出行服务有限公司',
  prices: { svc_driver: 6800, svc_roadside: 15000, svc_airport_ride: 9800, svc_airport_lounge: 8800 },
  stores: [
    {
      id: 'sto_youjia_zhan',
      name: '齐鲁优驾·济南站服务点',
      address: '济南市天桥区车站街 21 号',
      phone: '400-000-1201',
      ...allDay,
      latitude: 36.674,
      longitude: 116.9925,
      services: ['svc_driver', 'svc_roadside', 'svc_airport_ride'],
    },
    {
      id: 'sto_youjia_yaoqiang',
      name: '齐鲁优驾·遥墙机场贵宾厅',
      address: '济南市历城区遥墙国际机场国内出发二层',
      phone: '400-000-1202',
      ...day('5:30–23:00'),
      latitude: 36.8572,
      longitude: 117.216,
      services: ['svc_airport_lounge', 'svc_airport_ride'],
    },
  ],
};

const washes: DemoMerchant = {
  id: 'mch_jiechi',
  name: '洁驰洗车连锁',
  prices: { svc_wash: 2300, svc_wash_fine: 5500 },
  stores: [
    {
      id: 'sto_jiechi_honglou',
      name: '洁驰洗车·洪楼店',
      address: '济南市历城区花园路 101 号',
      phone: '0531-00001301',
      ...day('8:00–21:00'),
      latitude: 36.687,
      longitude: 117.064,
      services: ['svc_wash', 'svc_wash_fine'],
    },
    {
      id: 'sto_jiechi_gaoxin',
      name: '洁驰洗车·高新万达店',
      address: '济南市高新区工业南路 57 号地下一层',
      phone: '0531-00001302',
      ...day('9:00–22:00'),
      latitude: 36.683,
      longitude: 117.131,
      services: ['svc_wash', 'svc_wash_fine'],
    },
    {
      id: 'sto_jiechi_quanjing',
      name: '洁驰洗车·泉景店（装修中）',
      address: '济南市市中区舜耕路 218 号',
      phone: '0531-00001303',
      ...day('8:00–20:00'),
      latitude: 36.629,
      longitude: 116.989,
      services: ['svc_wash'],
      suspended: true,
    },
  ],
};

const single = (
  merchant: Pick<DemoMerchant, 'id' | 'name' | 'prices'>,
  store: Omit<DemoStore, 'services'>,
): DemoMerchant => ({ ...merchant, stores: [{ ...store, services: Object.keys(merchant.prices) }] });

const others: DemoMerchant[] = [
  single(
    { id: 'mch_kangtai', name: '山东康泰健康管理中心', prices: { svc_health: 28000 } },
    {
      id: 'sto_kangtai_qianfo',
      name: '康泰健康·千佛山体检中心',
      address: '济南市历下区千佛山路 16 号',
      phone: '0531-00001401',
      ...day('7:00–15:30'),
      latitude: 36.644,
      longitude: 117.025,
    },
  ),
  single(
    {
      id: 'mch_cheguanjia',
      name: '济南车管家商务服务有限公司',
      prices: { svc_paperwork: 5000, svc_inspection: 17500 },
    },
    {
      id: 'sto_cheguanjia_erhuan',
      name: '车管家·二环东路营业部',
      address: '济南市历城区二环东路 3966 号',
      phone: '0531-00001501',
      ...day('8:30–17:30'),
      latitude: 36.665,
      longitude: 117.072,
    },
  ),
  single(
    { id: 'mch_quanyun', name: '泉韵石油销售有限公司', prices: { svc_fuel: 'discount' } },
    {
      id: 'sto_quanyun_beiyuan',
      name: '泉韵加油站·北园大街站',
      address: '济南市天桥区北园大街 408 号',
      phone: '0531-00001601',
      ...allDay,
      latitude: 36.695,
      longitude: 117.001,
    },
  ),
  single(
    { id: 'mch_wenchi', name: '稳驰轮胎养护', prices: { svc_tyre: 2000, svc_maintenance: 8800 } },
    {
      id: 'sto_wenchi_gongye',
      name: '稳驰轮胎养护·工业南路店',
      address: '济南市高新区工业南路 81 号',
      phone: '0531-00001701',
      ...day('8:00–19:00'),
      latitude: 36.679,
      longitude: 117.118,
    },
  ),
];

export const demoMerchants: DemoMerchant[] = [carCenter, travel, washes, ...others];

/** The merchant of the demo's clerk and owner, and the other one. */
export const demoMerchant = carCenter;
export const otherMerchant = travel;
