import PDFDocument from 'pdfkit';
import type { AgreementData } from '../../upstream/core/contract/claim-requests';

const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf');

/** An ideographic space. */
const GAP = '\u3000';
const LEFT = 48;
const WIDTH = 499;
const LABEL = 92;
const ROW = 25;

type Sheet = InstanceType<typeof PDFDocument>;
type Party = AgreementData['parties'][number];

const LARGEST = 9.5;
const SMALLEST = 5.5;

/** Long names, places and numbers are set smaller: what is cut off on a paper that two people sign is missing there. */
function sizeThatFits(sheet: Sheet, words: string, box: { width: number; height: number }): number {
  let size = LARGEST;
  const tooHigh = () => sheet.fontSize(size).heightOfString(words, { width: box.width }) > box.height;
  while (size > SMALLEST && tooHigh()) size -= 0.5;
  return size;
}

function cell(
  sheet: Sheet,
  box: { x: number; y: number; width: number; height?: number },
  words: string,
  label = false,
) {
  const { x, y, width, height = ROW } = box;
  sheet.lineWidth(0.6).rect(x, y, width, height).stroke('#333');
  const room = { width: width - 12, height: height - 9 };
  const size = sizeThatFits(sheet.font(label ? 'bold' : 'text'), words, room);
  const top = y + (size < LARGEST ? 4 : 6);
  sheet
    .fontSize(size)
    .fillColor('#111')
    .text(words, x + 6, top, { ...room, ellipsis: true });
}

function wide(sheet: Sheet, y: number, label: string, words: string, height = ROW): number {
  cell(sheet, { x: LEFT, y, width: LABEL, height }, label, true);
  cell(sheet, { x: LEFT + LABEL, y, width: WIDTH - LABEL, height }, words);
  return y + height;
}

const fields: [string, (party: Party) => string | null][] = [
  ['姓名', ({ name }) => name],
  ['身份证号', ({ idNumber }) => idNumber],
  ['联系电话', ({ phone }) => phone],
  ['车辆类型', ({ vehicleType }) => vehicleType],
  ['号牌号码', ({ plate }) => plate],
  ['保险公司', ({ insurer }) => insurer],
  ['保单号', ({ policyNo }) => policyNo],
  ['碰撞部位', () => null],
];

function parties(sheet: Sheet, top: number, list: AgreementData['parties']): number {
  const half = (WIDTH - LABEL) / 2;
  let y = top;
  cell(sheet, { x: LEFT, y, width: LABEL }, '', true);
  cell(sheet, { x: LEFT + LABEL, y, width: half }, '甲方', true);
  cell(sheet, { x: LEFT + LABEL + half, y, width: half }, '乙方', true);
  y += ROW;
  for (const [label, read] of fields) {
    cell(sheet, { x: LEFT, y, width: LABEL }, label, true);
    [0, 1].forEach((side) => {
      const party = list[side];
      cell(sheet, { x: LEFT + LABEL + half * side, y, width: half }, (party && read(party)) ?? '');
    });
    y += ROW;
  }
  return y;
}

/** `2026年11月22日 14时05分` of an instant with offset. */
function spoken(instant: string): string {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(instant) ?? [];
  return `${year ?? ''} 年 ${Number(month)} 月 ${Number(day)} 日 ${hour ?? ''} 时 ${minute ?? ''} 分`;
}

const forms = ['追尾', '变更车道时相撞', '路口相撞', '逆行相撞', '倒车', '开车门', '其他'];
const box = (on: boolean) => (on ? '■' : '□');

function draw(sheet: Sheet, data: AgreementData): void {
  sheet
    .font('bold')
    .fontSize(19)
    .fillColor('#111')
    .text('道路交通事故自行协商协议书', LEFT, 48, { width: WIDTH, align: 'center' });
  sheet.font('text').fontSize(9).fillColor('#444');
  sheet.text(
    `报案号 ${data.reportNo}${GAP}${GAP}已知的都填好了，空着的请用笔填。一式两份，双方各留一份。`,
    LEFT,
    80,
    { width: WIDTH, align: 'center' },
  );
  let y = 104;
  y = wide(sheet, y, '事故时间', spoken(data.occurredAt));
  y = wide(sheet, y, '事故地点', data.address, 34);
  y = wide(sheet, y, '天气', '□ 晴　　□ 阴　　□ 雨　　□ 雪　　□ 雾　　□ 其他');
  y = parties(sheet, y, data.parties);
  y = wide(sheet, y, '事故形态', forms.map((form) => `${box(form === data.form)} ${form}`).join(GAP), 38);
  y = wide(sheet, y, '事故经过', '', 70);
  y = wide(
    sheet,
    y,
    '责任',
    '甲方： □ 全部　□ 主要　□ 同等　□ 次要　□ 无责\n乙方： □ 全部　□ 主要　□ 同等　□ 次要　□ 无责',
    38,
  );
  y = wide(sheet, y, '赔偿约定', '□ 各自向自己的保险公司办理　　□ 由责任方的保险公司办理　　□ 其他：', 38);
  sheet.font('text').fontSize(9.5).fillColor('#111');
  sheet.text('双方确认：没有人受伤，以上内容属实，责任由双方自愿协商确定。', LEFT, y + 12, { width: WIDTH });
  sheet.text('甲方签名：________________　　　　　　　　　乙方签名：________________', LEFT, y + 46, {
    width: WIDTH,
  });
  sheet.text('日期：______ 年 ____ 月 ____ 日　　　　　　　　日期：______ 年 ____ 月 ____ 日', LEFT, y + 74, {
    width: WIDTH,
  });
  sheet.fontSize(8).fillColor('#555');
  sheet.text(
    '本协议书由双方当事人自行协商填写，不是公安机关的事故认定。有人受伤、无证、无牌、酒驾、毒驾或者对责任有争议的，请打 122，不要自行协商。',
    LEFT,
    y + 106,
    { width: WIDTH },
  );
}

/** Two drivers beside the road need one page; both can keep it. Only the characters used travel in it. */
export function agreementPdf(data: AgreementData): Promise<Buffer> {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 40,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: '道路交通事故自行协商协议书', Subject: data.reportNo },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    sheet.on('data', (part: Buffer) => parts.push(part));
    sheet.on('end', () => resolve(Buffer.concat(parts)));
    sheet.on('error', reject);
  });
  sheet.registerFont('text', FONT);
  sheet.registerFont('bold', BOLD);
  draw(sheet, data);
  sheet.end();
  return finished;
}
