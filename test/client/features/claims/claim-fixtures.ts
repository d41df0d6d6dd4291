/** What the server says about one accident, in the shape of the contract. */
const MINUTE_MS = 60_000;
const at = (fromNowMs: number) => new Date(Date.now() + fromNowMs).toISOString();

export const surveyor = { name: '王建国', role: '查勘员', phone: '13500000001' };
const handler = { name: '赵敏', role: '理赔员', phone: null };
export const apology = '应在 14:02 前安排好，14:04 才排上。让您久等了，对不起。';

export const steps = () => [
  {
    code: 'reported',
    name: '您报案了',
    plain: '报案收到了',
    state: 'done',
    owner: surveyor,
    dueAt: null,
    doneAt: at(-4 * MINUTE_MS),
    breached: false,
    apology: null,
  },
  {
    code: 'dispatched',
    name: '安排查勘员',
    plain: '正在安排查勘员',
    state: 'done',
    owner: handler,
    dueAt: at(-3 * MINUTE_MS),
    doneAt: at(-MINUTE_MS),
    breached: true,
    apology,
  },
  {
    code: 'contacted',
    name: '查勘员给您打电话',
    plain: '请保持电话畅通',
    state: 'current',
    owner: surveyor,
    dueAt: at(6 * MINUTE_MS),
    doneAt: null,
    breached: false,
    apology: null,
  },
  {
    code: 'surveyed',
    name: '到现场看车',
    plain: '您在车旁等就行',
    state: 'next',
    owner: surveyor,
    dueAt: null,
    doneAt: null,
    breached: false,
    apology: null,
  },
];

/** A consent as the server records it. */
export const agreed = {
  status: 201,
  body: {
    id: 'cns_1',
    purpose: 'photos',
    documentVersion: '2026-11',
    granted: true,
    at: '2026-11-22T14:05:00+08:00',
  },
};

export const requiredShots = [
  { shot: 'ownFront', name: '车头全貌', hint: '站在车前 3 步' },
  { shot: 'contactPoint', name: '碰撞部位', hint: '走近 1 步' },
];

export const receivedPhoto = (shot: string) => ({
  id: `photo-${shot}`,
  shot,
  state: 'received',
  url: '/photos/large',
  thumbUrl: '/photos/small',
  urlExpiresAt: at(60 * MINUTE_MS),
  at: at(0),
});

export const receipt = (verified = true) => ({
  id: 'clm_1',
  reportNo: 'DEMO-3081',
  status: 'reported',
  verified,
  photos: { required: requiredShots, received: [] },
  steps: steps(),
});

export const summary = (over: object = {}) => ({
  id: 'clm_1',
  reportNo: 'DEMO-3081',
  status: 'dispatched',
  statusName: '正在安排查勘员',
  scenario: 'rearEnd',
  plate: '鲁A7K315',
  occurredAt: at(-10 * MINUTE_MS),
  reportedAt: at(-4 * MINUTE_MS),
  address: '经十路与舜耕路口',
  injured: false,
  open: true,
  current: steps()[2],
  stepNumber: 3,
  stepCount: 4,
  ...over,
});

/** What a fresh claim has not got yet. */
const nothingYet = {
  source: 'app',
  casualties: [],
  otherParties: [],
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
    withdraw: { allowed: true, reason: '', consequences: [] },
    reopen: { allowed: false, reason: '', until: null },
    rate: { allowed: false },
    agreementPaper: { allowed: true, reason: '' },
  },
  news: [],
};

export const detail = (received: readonly string[] = [], over: object = {}) => ({
  ...summary(),
  ...nothingYet,
  asOf: at(0),
  verified: true,
  photos: { required: requiredShots, received: received.map(receivedPhoto) },
  steps: steps(),
  nextAction: { kind: 'takePhotos', title: '拍几张照片', detail: '离开了也可以以后再拍' },
  ...over,
});

const policy = (id: string, plate: string, model: string) => ({
  id,
  policyNo: `DEMO-${id}`,
  myRoles: ['policyholder'],
  product: 'commercial',
  productName: '机动车商业保险',
  status: 'active',
  startsAt: at(-100 * 24 * 60 * MINUTE_MS),
  endsAt: at(200 * 24 * 60 * MINUTE_MS),
  vehicle: { plate, model, newEnergy: false },
  premiumFen: 100_00,
});

export const fuelCar = policy('p1', '鲁A7K315', '大众朗逸');
export const electricCar = policy('p2', '鲁AD52816', '比亚迪元');
export const list = (items: readonly unknown[]) => ({ items, nextCursor: null });
