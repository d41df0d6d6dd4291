import { toInstant } from '../../http/instants';
import type { QueuedReport } from './queued-reports';
import type { ClaimDetail, ClaimReceipt, ClaimStep, ClaimSummary } from './contract';

export interface Brand {
  insurerName: string;
  hotline: string;
}

const stepOf = (queued: QueuedReport, brand: Brand): ClaimStep => ({
  code: 'reported',
  name: '报案已存好，等系统恢复',
  plain:
    queued.state === 'refused'
      ? '理赔系统没有收下这份报案，我们的人会打您留的电话核对。报案时间照样算数。'
      : '理赔系统暂时连不上。报案已经存在我们这里，系统一恢复就自动交上去，只交一次。',
  state: 'current',
  owner: { name: brand.insurerName, role: '客服', phone: brand.hotline },
  dueAt: null,
  doneAt: null,
  dueHint: '系统恢复后马上',
  breached: false,
  apology: null,
});

export function queuedSummary(queued: QueuedReport, brand: Brand): ClaimSummary {
  const { report } = queued;
  return {
    id: queued.id,
    reportNo: null,
    status: 'queued',
    statusName: '已存好，等系统恢复',
    scenario: report.scenario,
    plate: report.plate ?? '',
    occurredAt: report.occurredAt,
    reportedAt: toInstant(queued.createdAt),
    address: report.place.address,
    injured: report.injured,
    open: true,
    current: stepOf(queued, brand),
    stepNumber: 1,
    stepCount: 10,
  };
}

export function queuedReceipt(queued: QueuedReport, brand: Brand): ClaimReceipt {
  return {
    id: queued.id,
    reportNo: null,
    status: 'queued',
    verified: false,
    photos: { required: [], received: [] },
    steps: [stepOf(queued, brand)],
  };
}

/** The tracker of a report that is not with core yet: what is known is shown, what is not is empty. */
export function queuedDetail(queued: QueuedReport, brand: Brand): Omit<ClaimDetail, 'photos'> {
  const { casualties = [], otherParties = [], injured } = queued.report;
  return {
    ...queuedSummary(queued, brand),
    asOf: toInstant(new Date()),
    verified: false,
    source: 'app',
    steps: [stepOf(queued, brand)],
    nextAction: {
      kind: 'wait',
      title: '报案存好了，不用再报一次',
      detail: injured
        ? `先救人。有事随时打 ${brand.hotline}。报案号随后短信给您。`
        : `照片可以接着拍、接着传。急事打 ${brand.hotline}，报案号随后短信给您。`,
    },
    casualties: casualties.map(({ side, count, hospital }) => ({ side, count, hospital: hospital ?? null })),
    otherParties: otherParties.map(({ plate, insurer, name }) => ({
      plate,
      insurer: insurer ?? null,
      name: name ?? null,
      phoneMasked: null,
    })),
    guidance: [],
    fastLanes: [],
    dispatch: { surveyor: null, distanceMetres: null, escalations: [] },
    papers: { listedAt: null, items: [], laterRequests: [] },
    assessment: null,
    payouts: [],
    refusal: null,
    withdrawal: null,
    satisfaction: null,
    options: {
      withdraw: { allowed: false, reason: '等系统恢复后可以撤回。', consequences: [] },
      reopen: { allowed: false, reason: '', until: null },
      rate: { allowed: false },
      agreementPaper: { allowed: false, reason: '等系统恢复后可以下载。' },
    },
    news: [],
  };
}
