/** A part of the client, and words that one of its screens says there. */
interface Said {
  at: string;
  says: string;
}

/** Why nothing is said: only where people would miss nothing. */
interface Needless {
  because: string;
}

/** What a person is owed for everything that changes something: the question before, the receipt after, and the way back. */
interface Care {
  /** Names the thing before it happens. Asked only where there is no way back, or where the page itself is the question. */
  asks: Said | Needless;
  receipt: Said | Needless;
  undo: Said | Needless;
}

const said = (at: string, says: string): Said => ({ at, says });
const needless = (because: string): Needless => ({ because });

const account = (says: string) => said('features/account', says);
const claims = (says: string) => said('features/claims', says);
const counter = (says: string) => said('features/merchant', says);
const gifts = (says: string) => said('features/gifts', says);
const policies = (says: string) => said('features/policies', says);
const transfers = (says: string) => said('features/transfers', says);
const vehicles = (says: string) => said('features/vehicles', says);
const vouchers = (says: string) => said('features/vouchers', says);

const changesNothing = (what: string): Care => ({
  asks: needless(what),
  receipt: needless(what),
  undo: needless(what),
});

/** Every write of the client. A new one without its row makes the test red. */
export const careOf: Readonly<Record<string, Care>> = {
  'account-preferences': {
    asks: needless('seen at once on every screen'),
    receipt: needless('the look itself is the receipt'),
    undo: account('大字版'),
  },
  consents: { asks: account('收回“'), receipt: account('回执号'), undo: account('恢复') },
  'message-acceptance': {
    asks: said('ui', '有进展时告诉您'),
    receipt: said('ui', '会在微信里通知您一次'),
    undo: needless('WeChat keeps the switch, under its own settings'),
  },
  outbox: {
    asks: said('features/outbox', '等着发出'),
    receipt: said('features/outbox', '办好了：'),
    undo: said('features/outbox', '不发了'),
  },
  'send-photo': {
    asks: claims('从相册选'),
    receipt: claims('已传好'),
    undo: needless('what was handed in belongs to the case; a better picture is taken beside it'),
  },
  'account.sendSmsCode': {
    asks: account('请先看过并勾选'),
    receipt: account('验证码已发到'),
    undo: needless('a code runs out by itself'),
  },
  'account.logInBySms': {
    asks: account('我看过并同意'),
    receipt: needless('the page one came from stands there, logged in'),
    undo: account('退出登录'),
  },
  'account.logInByWechat': {
    asks: account('我看过并同意'),
    receipt: needless('the page one came from stands there, logged in'),
    undo: account('退出登录'),
  },
  'account.bindWechatPhone': {
    asks: account('我看过并同意'),
    receipt: needless('the page one came from stands there, logged in'),
    undo: account('退出登录'),
  },
  'account.logOut': {
    asks: account('退出登录？'),
    receipt: account('已退出登录'),
    undo: needless('logging in again'),
  },
  'account.sendIdentity': {
    asks: account('我单独同意用姓名和证件号核验身份'),
    receipt: account('已核实是您本人'),
    undo: account('更正我的信息'),
  },
  'account.sendStepUpCode': {
    asks: account('要先确认是您本人'),
    receipt: account('已发到 '),
    undo: needless('a code runs out by itself'),
  },
  'account.makeExport': {
    asks: account('全部复制一份给您'),
    receipt: account('已经备好'),
    undo: account('过后自动删除'),
  },
  'account.askDeletion': {
    asks: account('账号删除后不能恢复'),
    receipt: account('已申请删除账号'),
    undo: account('撤回，保留账号'),
  },
  'account.keepAccount': {
    asks: needless('nothing is lost by keeping'),
    receipt: account('已撤回，账号照常使用'),
    undo: account('确认删除账号'),
  },
  'account.sendMergeCode': {
    asks: account('两个手机都在手边'),
    receipt: account('已发到 '),
    undo: needless('a code runs out by itself'),
  },
  'account.sendMerge': {
    asks: account('合并后不能再拆开'),
    receipt: account('已核实是您本人'),
    undo: account('合并后不能再拆开'),
  },
  'claims.sendLink': {
    asks: claims('给对方发一条短信'),
    receipt: claims('已发到 '),
    undo: claims('再发一次新的，旧的也就用不了了'),
  },
  'claims.sendReport': {
    asks: claims('看一下，没错就提交'),
    receipt: claims('报案收到了'),
    undo: claims('撤回报案'),
  },
  'claims.writeAboutClaim': {
    asks: claims('撤回这次报案？'),
    receipt: claims('前可以恢复，进度不丢'),
    undo: claims('恢复这次报案'),
  },
  'claims.proposeAccount': {
    asks: claims('念一遍，对不对？'),
    receipt: claims('账户确认好了'),
    undo: claims('不对，重新填'),
  },
  'gifts.claimGift': {
    asks: gifts('领之前，请看清这几条'),
    receipt: gifts('领到了'),
    undo: needless('a gift costs nothing, and unused it may be given to somebody else'),
  },
  'gifts.cancelExchange': {
    asks: gifts('积分？'),
    receipt: gifts('退回积分'),
    undo: gifts('取消以后不能恢复'),
  },
  'mall.placeOrder': {
    asks: said('features/mall', '一共用掉'),
    receipt: said('features/mall', '订单号'),
    undo: gifts('取消兑换'),
  },
  'merchant.lookUp': changesNothing('a look at a voucher uses nothing'),
  'merchant.askQuote': changesNothing('a sum worked out in advance'),
  'merchant.redeem': {
    asks: counter('核对后确认'),
    receipt: counter('核销成功'),
    undo: counter('扫错了，撤销这一单'),
  },
  'merchant.reverse': {
    asks: counter('撤销这一单？'),
    receipt: counter('已撤销，券已还给客人'),
    undo: needless('the guest shows the voucher again'),
  },
  'merchant.confirmSettlement': {
    asks: counter('确认这张结算单？'),
    receipt: counter('已确认，发票号码'),
    undo: counter('确认以后不能再提异议'),
  },
  'merchant.giveInvoice': {
    asks: counter('这张结算单的发票号码'),
    receipt: counter('发票号码已保存'),
    undo: counter('改发票号码'),
  },
  'merchant.disputeLine': {
    asks: counter('对这一笔有疑问？'),
    receipt: counter('已提交，等运营人员答复'),
    undo: needless('a question is answered and nothing is lost by it'),
  },
  'merchant.inviteClerk': {
    asks: counter('对方会收到短信'),
    receipt: counter('已邀请'),
    undo: counter('移除这位店员'),
  },
  'merchant.changeClerk': {
    asks: needless('the sheet of this clerk is the question'),
    receipt: counter('已保存'),
    undo: needless('the same sheet changes it back'),
  },
  'merchant.removeClerk': {
    asks: counter('马上不能再核销。做过的单都还在'),
    receipt: counter('已移除'),
    undo: counter('邀请店员'),
  },
  'merchant.endDevice': {
    asks: counter('让这台设备退出？'),
    receipt: counter('已退出'),
    undo: counter('还能用手机号重新登录'),
  },
  'merchant.endDevicesOf': {
    asks: counter('的设备全部退出？'),
    receipt: counter('台设备'),
    undo: counter('用手机号登录就好'),
  },
  'merchant.setHours': {
    asks: counter('每周哪几天营业'),
    receipt: counter('营业时间已保存，客人马上看得到'),
    undo: counter('改营业时间'),
  },
  'merchant.setSpecialDay': {
    asks: counter('哪一天'),
    receipt: counter('已保存'),
    undo: counter('删掉这一天'),
  },
  'merchant.clearSpecialDay': {
    asks: counter('会和平时一样营业'),
    receipt: counter('已删掉，和平时一样营业'),
    undo: counter('加一天'),
  },
  'merchant.suspendStore': {
    asks: counter('」的核销？'),
    receipt: counter('已暂停核销'),
    undo: counter('恢复核销'),
  },
  'merchant.resumeStore': {
    asks: counter('马上生效，店员可以继续扫码'),
    receipt: counter('已恢复核销'),
    undo: counter('暂停核销'),
  },
  'points.signIn': {
    asks: needless('points are only won'),
    receipt: said('features/points', '签到成功'),
    undo: needless('nobody wants them back'),
  },
  'policies.addPolicy': {
    asks: policies('按保单号添加保单'),
    receipt: policies('已添加'),
    undo: policies('不再显示这张保单'),
  },
  'policies.removePolicy': {
    asks: policies('不再显示“'),
    receipt: policies('”不再显示'),
    undo: policies('恢复'),
  },
  'policies.doBusiness': {
    asks: policies('改了以后，您投保的所有保单一起改'),
    receipt: policies('回执号'),
    undo: policies('撤销这次修改'),
  },
  'referral.makeCode': {
    asks: said('features/referral', '先看清这几条'),
    receipt: said('features/referral', '我的邀请链接'),
    undo: needless('a code reaches nobody before the member sends it, and brings nobody anything but points'),
  },
  'transfers.offerVoucher': {
    asks: transfers('送之前，请看清这几条'),
    receipt: transfers('链接好了，发给要送的人'),
    undo: transfers('收回，不送了'),
  },
  'transfers.takeBack': {
    asks: needless('the voucher was never away'),
    receipt: transfers('已收回，券还在您这里'),
    undo: transfers('生成转赠链接'),
  },
  'transfers.previewTransfer': changesNothing('looking at a link takes nothing'),
  'transfers.acceptTransfer': {
    asks: transfers('收之前，请看清这几条'),
    receipt: transfers('收下了'),
    undo: transfers('不能再送给别人'),
  },
  'vehicles.addVehicle': {
    asks: vehicles('只用来查这辆车的违章'),
    receipt: vehicles('已加上'),
    undo: vehicles('移除这辆车'),
  },
  'vehicles.removeVehicle': {
    asks: vehicles('移除 '),
    receipt: vehicles('已移除 '),
    undo: vehicles('要用时可以再加'),
  },
  'vouchers.present': changesNothing('showing a code uses nothing'),
  'vouchers.rate': {
    asks: vouchers('这次服务怎么样？'),
    receipt: vouchers('谢谢您的评价'),
    undo: needless('once a use; what is wrong with it is told by a report'),
  },
  'vouchers.report': {
    asks: vouchers('说的是哪一次'),
    receipt: vouchers('工单号'),
    undo: needless('somebody calls back and hears it'),
  },
};
