import type { Host } from './host';
import { page } from './support/people';

const MEMBER = '13800000001';
/** Her claims stand in every state a claim can be in. */
const CLAIMANT = '13800000006';

const caseOf = (key: string) => `${page('claims', 'case')}?id=demo_claim_${key}`;
const ofPolicy = (name: string) => `${page('policies', name)}?id=pol_demo_fuel_sy`;

type Opened = (number: string, url: string) => Promise<Host>;

/** What is filled in by hand about a claim after its report, and about a policy. */
export const formsOfClaimsAndPolicies = (opened: Opened): Record<string, () => Promise<void>> => ({
  'claims/report/other-cars.tsx': async () => {
    const host = await opened(CLAIMANT, page('claims', 'report'));
    await host.tap('没有人受伤');
    await host.tap('追尾');
    await host.tap('补充对方的车和经过（可以不填）');
    await host.tap('填对方的车');
    await host.input('对方车牌', '鲁A12');
    await host.tap('再填保险公司、姓名、电话');
    await host.input('对方姓名（可以不填）', '郑先生');
    await host.tap('提交报案');
    await host.waitForText('车牌号不对');
    await host.input('对方车牌', '鲁A6F208');
    await host.tap('提交报案');
    await host.waitForText('报案收到了');
  },
  'claims/payment/case-assessment.tsx': async () => {
    const host = await opened(CLAIMANT, caseOf('amounts'));
    await host.tap('有一处不对');
    await host.waitForText('哪里不对？');
    await host.tap('交给理赔员重看');
    await host.waitForText('写一句哪里不对');
    await host.input('写明哪一项、为什么', '右前大灯是换的，不是修的');
    await host.tap('交给理赔员重看');
    await host.waitForText('您说：右前大灯是换的，不是修的');
  },
  'claims/payment/account-sheet.tsx': async () => {
    const host = await opened(CLAIMANT, caseOf('account'));
    await host.tap('填收款账户');
    await host.waitForText('付给谁、付到哪里');
    await host.tap('下一步，再看一遍');
    await host.waitForText('账号是 8 到 30 位数字');
    await host.tap('您本人');
    await host.input('户名', '刘敏');
    await host.input('开户银行', '示例银行济南分行');
    await host.input('账号', '6200 0000 0000 0001');
    await host.tap('下一步，再看一遍');
    await host.waitForText('账号有一位不对');
    await host.input('账号', '6200 0000 0000 0005');
    await host.tap('下一步，再看一遍');
    await host.waitForText('念一遍，对不对？');
    await host.tap('没错，就付到这里');
    await host.waitForText('账户已确认，等付款');
  },
  'claims/ending/case-endings.tsx': async () => {
    const host = await opened(CLAIMANT, caseOf('late'));
    await host.tap('填错了？可以撤回报案');
    await host.waitForText('撤回这次报案？');
    await host.tap('撤回报案');
    await host.waitForText('选一个原因，或者写一句');
    await host.input('别的原因，写一句', '对方已经赔了');
    await host.tap('撤回报案');
    await host.tap('恢复这次报案');
    await host.waitForText('恢复了，接着办');
  },
  'claims/link/ask-by-sms.tsx': async () => {
    const host = await opened(CLAIMANT, caseOf('late'));
    await host.tap('请在现场的人帮忙拍');
    await host.input('对方的手机号', '139');
    await host.tap('发短信');
    await host.waitForText('请填 11 位手机号');
    await host.input('对方的手机号', '139 5555 7777');
    await host.tap('发短信');
    await host.waitForText('已发到 139****7777');
  },
  'claims/ending/case-rating.tsx': async () => {
    const host = await opened(CLAIMANT, caseOf('rate'));
    await host.tap('很好');
    await host.input('想说的话（可以不写）', '电话接得快');
    await host.tap('交评价');
    await host.waitForText('您的评价：很好');
  },
  'policies/contact-card.tsx': async () => {
    const host = await opened(MEMBER, ofPolicy('services'));
    await host.tap('改地址');
    await host.input('新地址', '济南');
    await host.tap('保存');
    await host.waitForText('请写到门牌号');
    await host.input('新地址', '济南市历下区文化东路 88 号');
    await host.tap('保存');
    await host.waitForText('修改联系方式');
  },
  'policies/example-choices.tsx': async () => {
    const host = await opened(MEMBER, ofPolicy('detail'));
    await host.tap('换个数、换个责任再算');
    await host.tap('自己填');
    await host.input('金额（元）', '很多');
    await host.tap('算一算');
    await host.waitForText('请填 0 到 20,000,000 之间的金额');
    await host.input('金额（元）', '123456');
    await host.tap('算一算');
    await host.waitForText('¥12');
  },
  'policies/pages/add/index.tsx': async () => {
    const host = await opened(MEMBER, page('policies', 'add'));
    await host.input('保单号', '12');
    await host.tap('添加');
    await host.waitForText('保单号至少 4 位');
    await host.input('保单号', 'DEMO-SY-0000-0000-0000');
    await host.tap('添加');
    await host.waitForText('没有找到');
  },
});
