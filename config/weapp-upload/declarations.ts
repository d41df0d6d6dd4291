/**
 * What is declared for this mini-program at WeChat (用户隐私保护指引, 接口权限, 订阅消息). The upload compares it with the bundle: an API that is used and not
 * declared would be switched off by WeChat on the day of release; one that is declared and not used asks people for more than is needed.
 */
export interface PrivacyDeclaration {
  /** The call, as it stands in the bundle. */
  api: string;
  /** The data type as WeChat's form names it. */
  dataType: string;
  /** The purpose, as it is typed into the form. */
  purpose: string;
  /** True where app.json has to name it in requiredPrivateInfos, and the interface has to be applied for. */
  isPrivateInfo?: boolean;
}

export const declarations: readonly PrivacyDeclaration[] = [
  {
    api: 'getPhoneNumber',
    dataType: '手机号',
    purpose: '登录，认出会员，发送办事结果',
  },
  {
    api: 'getLocation',
    dataType: '位置信息',
    purpose: '填写出险地点，按远近排列门店',
    isPrivateInfo: true,
  },
  {
    api: 'chooseMedia',
    dataType: '选中的照片或视频信息、摄像头',
    purpose: '上传事故照片',
  },
  { api: 'scanCode', dataType: '摄像头', purpose: '门店扫描会员的券码' },
];

/** Every call of WeChat's that reads what its privacy guide covers (2026-11); the bundle is searched for all of them. */
export const privacyApis: readonly string[] = [
  'addPhoneCalendar',
  'addPhoneContact',
  'addPhoneRepeatCalendar',
  'checkIsAddedToMyMiniProgram',
  'chooseAddress',
  'chooseContact',
  'chooseImage',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
  'chooseLocation',
  'chooseMedia',
  'chooseMessageFile',
  'choosePoi',
  'chooseVideo',
  'createCameraContext',
  'createLivePusherContext',
  'getClipboardData',
  'getFuzzyLocation',
  'getGroupEnterInfo',
  'getLocation',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'getRecorderManager',
  'getUserInfo',
  'getUserProfile',
  'getWeRunData',
  'onLocationChange',
  'openBluetoothAdapter',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'scanCode',
  'startAccelerometer',
  'startCompass',
  'startGyroscope',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'startRecord',
];

/** Messages the client asks for (client/platform/subscribe-types.ts), and the fields their templates need. */
export const messages = {
  claimProgress: '报案号 character_string1 · 进展 phrase2 · 时间 time3 · 提示 thing5',
  reviewDecided: '事项 thing1 · 结果 phrase2 · 时间 time3 · 提示 thing4',
} as const;
