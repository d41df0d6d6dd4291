import type { PaperKind } from '../../../upstream/core/contract/claim-parts';

interface PaperWords {
  name: string;
  why: string;
  whereToGet: string;
}

export const paperWords: Record<PaperKind, PaperWords> = {
  identityCard: { name: '身份证', why: '确认赔款给到本人。', whereToGet: '正反面各拍一张。' },
  drivingLicence: { name: '驾驶证', why: '确认开车的人可以开这辆车。', whereToGet: '正页和副页各拍一张。' },
  vehicleLicence: { name: '行驶证', why: '确认是这辆车。', whereToGet: '正页和副页各拍一张。' },
  accidentPaper: {
    name: '事故证明',
    why: '确认责任怎么分。',
    whereToGet: '交警的认定书，或者两边签过字的自行协商协议书。',
  },
  repairInvoice: { name: '修车发票', why: '按发票付修车的钱。', whereToGet: '修理厂开。' },
  repairList: { name: '修车清单', why: '看换了哪些件、工时多少。', whereToGet: '修理厂盖章给您。' },
  diagnosis: { name: '诊断证明', why: '确认伤情。', whereToGet: '看病的医院开。' },
  medicalRecords: { name: '病历', why: '确认治疗和事故有关。', whereToGet: '医院病案室复印。' },
  medicalReceipts: { name: '缴费票据和费用清单', why: '按票据赔医药费。', whereToGet: '医院收费处。' },
  incomeProof: {
    name: '误工证明',
    why: '算耽误工作的损失。',
    whereToGet: '单位开，写明请假几天、扣了多少。',
  },
  thirdPartyReceipt: {
    name: '对方的收条',
    why: '您已经赔过对方的，凭它把钱付给您。',
    whereToGet: '对方写，写明金额、日期、签名。',
  },
  propertyProof: { name: '被撞坏东西的证明', why: '确认是谁的、值多少。', whereToGet: '业主或管理单位开。' },
};

export interface PaperSituation {
  injured: boolean;
  otherVehicle: boolean;
  outsideProperty: boolean;
  /** Cover known and identity verified: the papers of owner and car are with us already. */
  verified: boolean;
  /** Kinds that came as pictures with the report. */
  photographed: ReadonlySet<string>;
  smallQuick: boolean;
}

export interface ListedPaper {
  kind: PaperKind;
  state: 'onFile' | 'wanted' | 'received';
}

const onFileOf = (verified: boolean) =>
  new Set<PaperKind>(verified ? ['identityCard', 'vehicleLicence'] : []);

/** Asked for once, all together, and never what is here already (保险法 22). */
export function paperList(situation: PaperSituation): ListedPaper[] {
  const { injured, otherVehicle, outsideProperty, verified, photographed, smallQuick } = situation;
  const kinds: PaperKind[] = [
    'identityCard',
    'drivingLicence',
    'vehicleLicence',
    ...(otherVehicle || injured ? (['accidentPaper'] as const) : []),
    ...(injured ? (['diagnosis', 'medicalRecords', 'medicalReceipts', 'incomeProof'] as const) : []),
    ...(outsideProperty ? (['propertyProof'] as const) : []),
    'repairInvoice',
    ...(smallQuick ? [] : (['repairList'] as const)),
  ];
  const onFile = onFileOf(verified);
  return kinds.map((kind) => ({
    kind,
    state: onFile.has(kind) ? 'onFile' : photographed.has(kind) ? 'received' : 'wanted',
  }));
}

/** A picture of the report that is a paper of the list at the same time. */
export const paperOfShot: Readonly<Record<string, PaperKind>> = {
  drivingLicence: 'drivingLicence',
  vehicleLicence: 'vehicleLicence',
};

/** A picture of a paper is not asked for where that paper is on file, or stands on the list by now. */
export function isAskedElsewhere(
  shot: string,
  { verified, listed }: { verified: boolean; listed: ReadonlySet<PaperKind> },
): boolean {
  const kind = paperOfShot[shot];
  return kind !== undefined && (listed.has(kind) || onFileOf(verified).has(kind));
}
