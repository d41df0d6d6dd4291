/** Whom the other driver calls. An installation puts the real ones here; the demonstration's are made up. */
export interface InsurerHotline {
  name: string;
  phone: string;
}

export const demoInsurerHotlines: readonly InsurerHotline[] = [
  { name: '甲示例财险', phone: '400-000-0001' },
  { name: '乙示例财险', phone: '400-000-0002' },
  { name: '丙示例财险', phone: '400-000-0003' },
  { name: '丁示例财险', phone: '400-000-0004' },
];

export const hotlinesNote = '演示号码，都打不通。对方的保单或保险卡上也有报案电话。';
