import type { Phone } from './phone';

/** From the home page to the answer of the server: a car hit from behind, nobody hurt. */
export async function reportRearEnd(phone: Phone): Promise<void> {
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  await phone.tap('提交报案');
}

/** The questions of the report, up to its last page. */
export async function fillRearEnd(phone: Phone): Promise<void> {
  await phone.tap(/没有人受伤/);
  await phone.tap(/鲁A·?7K315/);
  await phone.tap(/追尾/);
  await phone.see('看一下，没错就提交');
}

export const reportNoOf = (phone: Phone): Promise<string> => phone.readAfter('报案号', /[A-Z]*[-\d]{8,}/);
