/** Whom the other driver calls. */
export interface InsurerHotline {
  name: string;
  phone: string;
}

export interface InsurerHotlines {
  items: readonly InsurerHotline[];
  note: string;
}

/** Made up: nobody answers. */
const demoHotlines: readonly InsurerHotline[] = [
  { name: '甲示例财险', phone: '400-000-0001' },
  { name: '乙示例财险', phone: '400-000-0002' },
  { name: '丙示例财险', phone: '400-000-0003' },
  { name: '丁示例财险', phone: '400-000-0004' },
];

const elsewhere = '对方的保单或保险卡上也有报案电话。';

/** The numbers of the installation; a demonstration without any shows made-up ones and says so. */
export function insurerHotlinesOf(config: {
  demo: boolean;
  insurerHotlines?: readonly InsurerHotline[] | undefined;
}): InsurerHotlines {
  if (config.insurerHotlines) return { items: config.insurerHotlines, note: elsewhere };
  if (config.demo) return { items: demoHotlines, note: `演示号码，都打不通。${elsewhere}` };
  return { items: [], note: '对方的保单或保险卡上有报案电话。' };
}
