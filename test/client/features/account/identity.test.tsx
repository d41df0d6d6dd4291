import { fireEvent, screen, waitFor } from '@testing-library/react';
import IdentityPage from '@/features/account/pages/identity';
import { wrongFields } from '@/features/account/use-identity';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { account } from './account-fixtures';

const server = useScriptedServer();
const ROUTE = 'POST /me/identity';
const STATUS = 'GET /me/identity';
const VALID_ID = '11010519491231002X';
const review = {
  id: 'rev_12',
  state: 'open',
  submittedAt: new Date().toISOString(),
  dueAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
  reason: null,
};

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function open(): Promise<void> {
  signIn();
  server().always(STATUS, { body: { identityVerified: false, review: null } });
  server().always('POST /me/consents', { status: 500, body: { code: 'INTERNAL', detail: 'x' } });
  renderPage(<IdentityPage />);
  await screen.findByText('核验并绑定');
}

async function submit(): Promise<void> {
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('核验并绑定'));
  await waitFor(() => expect(server().requestsTo(ROUTE)).toHaveLength(1));
}

describe('the identity check', () => {
  it('says why it asks and finds a typing mistake before anything is sent', async () => {
    await open();
    expect(screen.getByText(/手机号可能换过人/)).toBeTruthy();
    type('姓名', '李雪梅');
    type('身份证号', '110105194912310021');
    fireEvent.click(screen.getByText('核验并绑定'));
    expect(await screen.findByText('身份证号不对，请对着证件再看一遍')).toBeTruthy();
    expect(screen.getByText('请先勾选同意，再核验。')).toBeTruthy();
    expect(server().requestsTo(ROUTE)).toHaveLength(0);
    type('身份证号', VALID_ID);
    expect(screen.queryByText('身份证号不对，请对着证件再看一遍')).toBeNull();
  });

  it('verifies at once', async () => {
    await open();
    server().once(ROUTE, { body: account() });
    type('姓名', '李雪梅');
    type('身份证号', VALID_ID.toLowerCase());
    await submit();
    expect(await screen.findByText('已核实是您本人')).toBeTruthy();
    expect(server().requestsTo(ROUTE)[0]?.body).toEqual({ name: '李雪梅', idNumber: VALID_ID });
  });

  it('gives a receipt when a person has to look at it', async () => {
    await open();
    server().once(ROUTE, { status: 202, body: { review } });
    type('姓名', '李雪梅');
    type('身份证号', VALID_ID);
    await submit();
    expect(await screen.findByText('正在由专人核对')).toBeTruthy();
    expect(screen.getByText('人工核验中')).toBeTruthy();
    expect(screen.getByText('REV1 2')).toBeTruthy();
  });

  it('takes a company by its credit code', async () => {
    await open();
    server().once(ROUTE, { body: account() });
    fireEvent.click(screen.getByText('单位'));
    type('单位名称', '示例物流有限公司');
    type('统一社会信用代码', '91350100M000100Y43');
    await submit();
    expect(server().requestsTo(ROUTE)[0]?.body).toEqual({
      organisationName: '示例物流有限公司',
      creditCode: '91350100M000100Y43',
    });
  });

  it('shows how a review stands when one comes back', async () => {
    signIn();
    const refused = { ...review, state: 'refused', reason: '姓名和证件不一致' };
    server().always(STATUS, { body: { identityVerified: false, review: refused } });
    renderPage(<IdentityPage />);
    expect(await screen.findByText('姓名和证件不一致')).toBeTruthy();
    expect(screen.getByText('核验并绑定')).toBeTruthy();
  });

  it.each([
    ['person', '李', VALID_ID, ['name']],
    ['person', '李雪梅', '123', ['number']],
    ['company', '示例物流', '91350100M000100Y44', ['number']],
    ['company', '', '91350100M000100Y43', ['name']],
  ] as const)('a %s called "%s" with %s is wrong in %j', (holder, name, number, fields) => {
    const wrong = Object.entries(wrongFields(holder, name, number)).filter(
      ([, words]) => words !== undefined,
    );
    expect(wrong.map(([field]) => field)).toEqual(fields);
  });

  describe('held under the person’s other number', () => {
    const merge = { ownPhoneMasked: '139****0001', otherPhoneMasked: '138****8000' };
    const MERGE = 'POST /me/identity/merge';
    const CODES = 'POST /me/identity/merge-codes';
    const own = '本号码 139****0001 的验证码';
    const other = '另一个号码 138****8000 的验证码';

    async function openMerge(): Promise<void> {
      signIn();
      server().always(STATUS, { body: { identityVerified: false, review, merge } });
      renderPage(<IdentityPage />);
      await screen.findByText('合并两个账号');
    }

    it('says what merging means and asks for a code on both phones', async () => {
      await openMerge();
      expect(screen.getByText('合并后不能再拆开')).toBeTruthy();
      expect(screen.getByText(/那个号码收不到短信了/)).toBeTruthy();
      fireEvent.click(screen.getByText('合并两个账号'));
      expect(await screen.findAllByText('验证码是 6 位数字')).toHaveLength(2);
      expect(server().requestsTo(MERGE)).toHaveLength(0);
      server().always(CODES, { status: 202, body: { phoneMasked: '138****8000', retryAfterSeconds: 60 } });
      const [, sendOther] = screen.getAllByText('发送验证码');
      if (sendOther) fireEvent.click(sendOther);
      expect(await screen.findByText('已发到 138****8000，5 分钟内有效')).toBeTruthy();
      expect(
        server()
          .requestsTo(CODES)
          .map(({ body }) => body),
      ).toEqual([{ to: 'other' }]);
    });

    it('says what a deletion that waits for either account means, and leads to where it is called off', async () => {
      signIn();
      const ownDeletionAt = '2099-11-29T10:00:00+08:00';
      const otherDeletionAt = '2099-12-01T10:00:00+08:00';
      const offer = { ...merge, ownDeletionAt, otherDeletionAt };
      server().always(STATUS, { body: { identityVerified: false, review, merge: offer } });
      renderPage(<IdentityPage />);
      expect(await screen.findByText(/11月29日 执行.*也会一起删掉/)).toBeTruthy();
      expect(screen.getByText(/138\*{4}8000 的账号原定 .*12月1日 删除/)).toBeTruthy();
      fireEvent.click(screen.getByText('去撤回删除'));
      await waitFor(() => expect(phone.navigation).toHaveLength(1));
      expect(phone.navigation.at(-1)?.url).toMatch(/account\/pages\/deletion/);
    });

    it('shows how it stands when there is nothing to merge any more', async () => {
      await openMerge();
      type(own, '123456');
      type(other, '654321');
      server().always(STATUS, { body: { identityVerified: false, review } });
      server().once(MERGE, {
        status: 409,
        body: { code: 'MERGE_NOT_OFFERED', detail: '现在没有可以合并的账号' },
      });
      fireEvent.click(screen.getByText('合并两个账号'));
      expect(await screen.findByText('现在没有可以合并的账号')).toBeTruthy();
      await waitFor(() => expect(screen.queryByText('合并后不能再拆开')).toBeNull());
      expect(screen.getByText('正在由专人核对')).toBeTruthy();
    });

    it('says at which field the code was wrong, and shows the merged account', async () => {
      await openMerge();
      type(own, '123456');
      type(other, '654321');
      server().once(MERGE, {
        status: 422,
        body: { code: 'OTHER_CODE_WRONG', detail: '另一个号码的验证码不对' },
      });
      fireEvent.click(screen.getByText('合并两个账号'));
      expect(await screen.findByText('另一个号码的验证码不对')).toBeTruthy();
      server().always(STATUS, { body: { identityVerified: true, review: { ...review, state: 'accepted' } } });
      server().once(MERGE, { body: account() });
      type(other, '654322');
      fireEvent.click(screen.getByText('合并两个账号'));
      expect(await screen.findByText('已核实是您本人')).toBeTruthy();
      expect(server().requestsTo(MERGE)[1]?.body).toEqual({ code: '123456', otherCode: '654322' });
    });

    it('an answer that was lost is asked for again, never told as failed', async () => {
      await openMerge();
      type(own, '123456');
      type(other, '654321');
      server().once(MERGE, { status: 504, body: { code: 'OUTCOME_UNKNOWN', detail: '还不能确定' } });
      fireEvent.click(screen.getByText('合并两个账号'));
      expect(await screen.findByText('查询进度')).toBeTruthy();
      expect(screen.queryByText(/失败/)).toBeNull();
    });
  });
});
