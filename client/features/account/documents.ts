import { brand, providers } from '@/platform/brand';

export type DocumentName = 'terms' | 'privacy' | 'collected' | 'shared';

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
        text: `您随时可以退出登录，不影响您的保单和正在办理的理赔。要删除账号，在“我的 → 删除账号”里申请，或打客服 ${hotline}。`,
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
        text: `在“我的 → 隐私中心”里可以看谁看过您的信息、导出一份、更正、删除账号。法律要求保留的保单和理赔记录除外。有疑问请打客服 ${hotline}。`,
      },
    ],
  },
  collected: {
    title: '个人信息收集清单',
    lead: '收集什么、为什么、什么时候、留多久，都在这里。没有列出的，我们不收集。',
    chapters: [
      {
        title: '手机号',
        text: '登录时收集，用来认出您、发验证码和办事结果。到您删除账号为止。',
      },
      {
        title: '微信身份标识',
        text: '您用微信手机号登录时收集，用来下次直接认出您。到您删除账号为止。',
      },
      {
        title: '姓名和证件号',
        text: '您做实名核验时收集，用来找到您名下的保单。到您删除账号为止。不核验也能报案。',
      },
      {
        title: '车牌、车架号、发动机号',
        text: '您添加车辆时收集，用来查违章和核对服务券。到您删除车辆或账号为止。',
      },
      {
        title: '位置',
        text: '您点“用我的位置”的那一刻读一次，填写出险地点、按远近排门店。找门店时用完不留；报案的地点随理赔档案保存。',
      },
      {
        title: '事故照片、证件照片',
        text: '您拍照或从相册选择时收集，用来处理这起事故。拍摄位置会去掉。随理赔档案保存，法律要求保险合同结束后至少 5 年。',
      },
      {
        title: '病历和医疗票据',
        text: '有人受伤、您上传时收集，用来计算赔付，只给人伤专员看。随理赔档案保存。',
      },
      {
        title: '出险经过、对方信息',
        text: '您报案时收集：时间、经过、驾驶人姓名、联系电话、对方车牌。随理赔档案保存。',
      },
      {
        title: '用券记录、积分',
        text: '您领券、用券、用积分时产生，用来让您查账、和门店结算。交易记录按法律至少保存 3 年。',
      },
      {
        title: '登录记录、同意记录、查看记录',
        text: '您登录、同意或收回、有人看了您的信息时产生，让您自己能查。登录记录 90 天内清除，同意和查看记录保存 3 年。',
      },
    ],
  },
  shared: {
    title: '第三方信息共享清单',
    lead: '只在办您的事时给，只给办事要用的。除此以外，我们不出售、不出租您的信息。',
    chapters: [
      {
        title: `${insurer} 承保和理赔系统`,
        text: '给：姓名、证件号、车牌、报案内容和照片。用来查保单、办理赔。',
      },
      {
        title: providers.sms,
        text: '给：手机号和短信内容。用来发验证码和办事结果。',
      },
      {
        title: providers.identity,
        text: '给：姓名、证件号、手机号。只在您做实名核验时，用来核对是不是您本人。',
      },
      {
        title: providers.violations,
        text: '给：车牌、车架号、发动机号。只在您同意查违章后，用来查询记录。',
      },
      {
        title: '微信',
        text: '由微信给我们：您点头之后的手机号、微信身份标识。我们给微信：您点同意后的订阅消息内容。',
      },
      {
        title: '您到店的门店',
        text: '给：您的姓（如“张*”）、这张券、券绑定的车牌的一部分。只在店员扫您的码时。看不到手机号和证件号。',
      },
    ],
  },
};

export const isDocumentName = (name: string | undefined): name is DocumentName =>
  name === 'terms' || name === 'privacy' || name === 'collected' || name === 'shared';
