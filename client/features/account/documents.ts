import { brand } from '@/platform/brand';

export type DocumentName = 'terms' | 'privacy';

interface Chapter {
  title: string;
  text: string;
}

interface Document {
  title: string;
  lead: string;
  chapters: readonly Chapter[];
}

const { insurer, product, hotline } = brand;

/** The texts a person agrees to. Their edition is `documentVersion`: a change of meaning needs a new one. */
export const documents: Record<DocumentName, Document> = {
  terms: {
    title: '用户协议',
    lead: `使用${product}前，请看清这几条。`,
    chapters: [
      {
        title: '我们提供什么',
        text: `${product}由${insurer}提供。您可以在这里看保单、报案和看理赔进展、查违章、领礼包和使用服务券。`,
      },
      {
        title: '您的账号',
        text: '账号就是您的手机号。请不要把验证码告诉别人，我们的人也不会向您要。手机丢了，请马上打客服。',
      },
      {
        title: '保险以合同为准',
        text: '这里对保障的说明是为了让您看懂；赔什么、赔多少，以您的保险合同和条款原文为准。',
      },
      {
        title: '报案要如实',
        text: '请按实际情况填写时间、地点和经过。填错了可以更正。有人受伤时，请先拨打 120 和 122。',
      },
      {
        title: '礼包和服务券',
        text: '能在哪些门店用、有什么限制、什么时候到期，领取之前都会写清楚。不能换成现金。',
      },
      {
        title: '停用和注销',
        text: `您随时可以退出登录，不影响您的保单和正在办理的理赔。要注销账号请打客服 ${hotline}。`,
      },
    ],
  },
  privacy: {
    title: '隐私政策',
    lead: '我们只收集办事要用的信息，在您同意之后才收集。',
    chapters: [
      { title: '登录时', text: '收集您的手机号，用来认出您、给您发验证码和办事结果。' },
      {
        title: '实名核验时',
        text: '收集姓名和证件号，用来找到您名下的保单。加密保存，屏幕上只显示一部分。不核验也能报案。',
      },
      {
        title: '报案时',
        text: '收集出险的时间、地点、驾驶人姓名和联系电话。位置要您另外同意，不给也能手填地址。照片里的拍摄位置会去掉。',
      },
      {
        title: '查违章时',
        text: '把车牌、车架号和发动机号发给查询方，每次添加车辆时都会先问您。',
      },
      {
        title: '谁能看到',
        text: '只有处理您这件事的人能看到，例如负责您案子的查勘员。到店用券时，店员只看到您的姓和券，看不到手机号。',
      },
      {
        title: '收回同意',
        text: '在“我的 → 隐私中心”里随时可以收回，和同意时一样方便。收回后我们不再使用这项信息，其他服务照常。',
      },
      {
        title: '您的权利',
        text: `您可以要求查看、更正、复制或删除您的信息。法律要求保留的保单和理赔记录除外。请打客服 ${hotline}。`,
      },
    ],
  },
};

export const isDocumentName = (name: string | undefined): name is DocumentName =>
  name === 'terms' || name === 'privacy';
