import PDFDocument from 'pdfkit';
import { toInstant } from '../../../http/instants';
import type { CorePolicyDetail } from '../../../upstream/core/contract/policies';
import { yuan } from '../rules/money-words';
import { rmbWords } from '../rules/rmb-words';
import { LEFT, tableRow, WIDTH, type Cell, type Sheet } from './sheet-table';

const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf');

/** An ideographic space, the gap between two facts on one line. */
const GAP = '\u3000';
const INK = '#12211f';
const QUIET = '#5d6c69';

export interface PolicySheet {
  policy: CorePolicyDetail;
  engineNo: string;
  seats: number;
  registeredOn: string;
  /** 使用性质. */
  usage: string;
  insurerName: string;
  hotline: string;
  demo: boolean;
}

type Covers = CorePolicyDetail['coverages'];

const dayWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
const dateOf = (instant: string) => dayWords(toInstant(new Date(instant)).slice(0, 10));

/** The exclusive end is said as the last day to 24:00. */
const lastDayOf = (endsAt: string) => dateOf(new Date(Date.parse(endsAt) - 1).toISOString());

const unitWords: Record<string, string> = { repairTime: '天', passengers: '座', evPassengers: '座' };

function sumWords({ code, sumInsuredFen, units }: Covers[number]): string {
  const counted = units === null ? '' : `${units}${unitWords[code] ?? '次'}`;
  if (sumInsuredFen === null) return counted || '——';
  if (!counted) return yuan(sumInsuredFen);
  return code === 'repairTime'
    ? `${yuan(sumInsuredFen)}/天 × ${counted}`
    : `${yuan(sumInsuredFen)}/座 × ${counted}`;
}

const label = (words: string, width: number): Cell => ({ words, width, label: true });
const text = (words: string, width: number): Cell => ({ words, width });

function carRows({ policy, engineNo, seats, registeredOn, usage }: PolicySheet): Cell[][] {
  return [
    [
      label('投保人', 16),
      text(policy.policyholderName, 34),
      label('被保险人', 16),
      text(policy.insured.name, 34),
    ],
    [
      label('被保险人证件号', 16),
      text(policy.insured.idNumber ?? '——', 34),
      label('机动车所有人', 16),
      text(policy.ownerName, 34),
    ],
    [
      label('号牌号码', 16),
      text(policy.vehicle.plate, 34),
      label('厂牌型号', 16),
      text(policy.vehicle.model, 34),
    ],
    [label('车辆识别代号', 16), text(policy.vin, 34), label('发动机号', 16), text(engineNo, 34)],
    [
      label('初次登记日期', 16),
      text(dayWords(registeredOn), 34),
      label('核定载客', 16),
      text(`${seats} 人${GAP}使用性质：${usage}`, 34),
    ],
  ];
}

const coverHead: Cell[] = [label('承保险别', 46), label('责任限额／保险金额', 30), label('绝对免赔率', 24)];

const coverRows = (covers: Covers): Cell[][] =>
  covers.map((cover) => [
    text(cover.name, 46),
    { words: sumWords(cover), width: 30, align: 'right' as const },
    { words: /\d+%/.exec(cover.deductible ?? '')?.[0] ?? '无', width: 24, align: 'center' as const },
  ]);

function moneyRows({ policy }: PolicySheet): Cell[][] {
  const { premiumFen, vehicleTax, noClaim, startsAt, endsAt } = policy;
  const tax =
    vehicleTax &&
    `${vehicleTax.year} 年${GAP}${vehicleTax.amountFen === 0 ? '免征' : yuan(vehicleTax.amountFen)}（代国家收取，不是保费）`;
  return [
    [
      label('保险费合计', 16),
      text(`人民币（大写）${rmbWords(premiumFen)}${GAP}（¥：${yuan(premiumFen).slice(1)} 元）`, 84),
    ],
    [label('保险期间', 16), text(`自 ${dateOf(startsAt)} 0 时起至 ${lastDayOf(endsAt)} 24 时止`, 84)],
    ...(tax ? [[label('代收车船税', 16), text(tax, 84)]] : []),
    ...(noClaim
      ? [
          [
            label('无赔款优待', 16),
            text(
              `连续 ${noClaim.years} 年没有出险，统计期内赔款 ${noClaim.claims} 次，保费系数 ${noClaim.premiumPercent}%`,
              84,
            ),
          ],
        ]
      : []),
  ];
}

function remarks({ policy, demo }: PolicySheet): string {
  const changes = policy.endorsements.map(
    ({ at, title, endorsementNo }) => `${dateOf(at)} ${title}${endorsementNo ? `（${endorsementNo}）` : ''}`,
  );
  const lines = [
    ...(policy.cancelledAt
      ? [`本保单已于 ${dateOf(policy.cancelledAt)} 退保，自当日起不再承担保险责任。`]
      : []),
    ...(changes.length > 0 ? [`变更记录：${changes.join('；')}。`] : []),
    ...(demo ? ['本文件由演示系统生成，没有电子签章，不是真实的保险合同，不产生保险责任。'] : []),
  ];
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n') || '无';
}

const notes = (hotline: string) =>
  [
    '1. 收到本保险单后请立即核对，如有不符或者疏漏，请及时办理变更。',
    '2. 请详细阅读所附保险条款，特别是责任免除和投保人、被保险人义务。',
    '3. 机动车转卖、改装、加装或者改变使用性质的，请书面通知保险人并办理变更。',
    `4. 发生保险事故请立即报案，服务电话 ${hotline}。`,
  ].join('\n');

/** 演示 across the page, under the words. */
function watermark(sheet: Sheet): void {
  sheet.save();
  sheet
    .rotate(-32, { origin: [298, 421] })
    .font('bold')
    .fontSize(150)
    .fillColor('#0b5d5f', 0.06);
  sheet.text('演 示', 0, 330, { width: 596, align: 'center', lineBreak: false });
  sheet.restore();
  sheet.fillColor(INK, 1);
}

function heading(sheet: Sheet, { policy, insurerName, demo }: PolicySheet): number {
  sheet.font('bold').fontSize(11).fillColor(INK).text(insurerName, LEFT, 40, { width: WIDTH });
  sheet.font('text').fontSize(9).fillColor(QUIET);
  sheet.text(`保险单号：${policy.policyNo}`, LEFT, 42, { width: WIDTH, align: 'right' });
  sheet.font('bold').fontSize(18).fillColor(INK);
  sheet.text(`${policy.productName}单（电子保单）`, LEFT, 66, { width: WIDTH, align: 'center' });
  sheet.font('text').fontSize(9).fillColor(QUIET);
  const kind = demo ? `演示件${GAP}` : '';
  sheet.text(
    `${kind}鉴于投保人已向保险人提出投保申请，并按约定交付保险费，保险人按照承保险别和所附条款承担赔偿责任。`,
    LEFT,
    96,
    {
      width: WIDTH,
      align: 'center',
    },
  );
  return 118;
}

function footings(sheet: Sheet, { policy, hotline, demo }: PolicySheet): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.switchToPage(page);
    if (demo) watermark(sheet);
    sheet.font('text').fontSize(8).fillColor(QUIET);
    const foot = `${policy.policyNo}${GAP}第 ${page + 1} 页，共 ${count} 页${GAP}服务电话 ${hotline}`;
    sheet.text(foot, LEFT, sheet.page.height - 46, { width: WIDTH, align: 'center', lineBreak: false });
  }
}

function draw(sheet: Sheet, data: PolicySheet): void {
  const newPage = () => {
    sheet.addPage();
    return 48;
  };
  let y = heading(sheet, data);
  const rows = (list: readonly Cell[][], nextPage = newPage) => {
    for (const cells of list) y = tableRow(sheet, cells, y, nextPage);
  };
  rows(carRows(data));
  y += 8;
  rows([coverHead]);
  // A list that goes on says again what its columns are.
  rows(coverRows(data.policy.coverages), () => tableRow(sheet, coverHead, newPage(), newPage));
  y += 8;
  rows(moneyRows(data));
  rows([[label('特别约定', 16), text(remarks(data), 84)]]);
  rows([[label('重要提示', 16), text(notes(data.hotline), 84)]]);
  rows([
    [
      label('保险人', 16),
      text(data.policy.branch.name, 34),
      label('签单日期', 16),
      text(dateOf(issuedAt(data.policy)), 34),
    ],
  ]);
  footings(sheet, data);
}

/** A policy is written when its premium is paid. */
const issuedAt = ({ payments, startsAt }: CorePolicyDetail): string => payments.at(-1)?.at ?? startsAt;

/** A policy schedule on A4. Only the characters used travel in it, and the same policy gives the same bytes. */
export function drawPolicy(data: PolicySheet): Promise<Buffer> {
  const { policy, insurerName } = data;
  const sheet = new PDFDocument({
    size: 'A4',
    margins: { top: 40, bottom: 20, left: LEFT, right: LEFT },
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${policy.productName}（电子保单）`,
      Subject: policy.policyNo,
      Author: insurerName,
      CreationDate: new Date(issuedAt(policy)),
    },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    sheet.on('data', (piece: Buffer) => parts.push(piece));
    sheet.on('end', () => resolve(Buffer.concat(parts)));
    sheet.on('error', reject);
  });
  sheet.registerFont('text', FONT);
  sheet.registerFont('bold', BOLD);
  draw(sheet, data);
  sheet.end();
  return finished;
}
