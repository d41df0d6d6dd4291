import { fireEvent, screen, waitFor } from '@testing-library/react';
import StaffPage from '@/features/merchant/pages/staff';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { list, problem } from '../benefit-fixtures';
import { device, person } from './merchant-fixtures';

const server = useScriptedServer();
const INVITE = 'POST /merchant/clerks';
const owner = person({ id: 'clk_0', name: '陈志远', role: 'owner', phoneMasked: '139****0002' });

function atTheDesk(roles: string[]): void {
  signIn();
  server()
    .always('GET /me', {
      body: {
        id: 'mem_1',
        phoneMasked: '139****0002',
        nameMasked: '陈*',
        identityVerified: true,
        level: 'basic',
        roles,
        stores: [{ id: 'sto_1', name: '环山路店', merchantName: '泉城车享家' }],
        preferences: { theme: 'system', elder: false },
      },
    })
    .always('GET /merchant/clerks', { body: list([owner, person()]) })
    .always('GET /merchant/devices', { body: list([device()]) });
  renderPage(<StaffPage />);
}

describe('the owner', () => {
  beforeEach(() => atTheDesk(['member', 'merchantOwner']));

  it('invites somebody by phone, once', async () => {
    server()
      .cutOnce(INVITE)
      .once(INVITE, { status: 201, body: { clerk: person({ name: '王小路', joined: false }) } });
    fireEvent.click(await screen.findByText('邀请店员'));
    fireEvent.change(await screen.findByLabelText('手机号'), { target: { value: '13900000009' } });
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王小路' } });
    fireEvent.click(screen.getByText('店长'));
    fireEvent.click(screen.getByText('发出邀请'));
    // The answer is lost; it is asked for by itself under the same id.
    expect(await screen.findByText('已邀请王小路', {}, { timeout: 4000 })).toBeTruthy();
    const sent = server().requestsTo(INVITE);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(sent[1]?.body).toEqual({
      phone: '13900000009',
      name: '王小路',
      role: 'manager',
      storeIds: ['sto_1'],
    });
  });

  it('ends a lost phone after being asked once more', async () => {
    server().once('DELETE /merchant/devices/ses_1', { status: 204 });
    fireEvent.click(await screen.findByText('李婷，手机微信'));
    expect(server().requestsTo('DELETE /merchant/devices/ses_1')).toHaveLength(0);
    fireEvent.click(screen.getByText('让李婷的这台退出'));
    expect(await screen.findByText('已退出')).toBeTruthy();
  });

  it('ends all phones of one person, and says how many', async () => {
    server().once('DELETE /merchant/clerks/clk_1/devices', { body: { ended: 2 } });
    fireEvent.click(await screen.findByText('李婷'));
    fireEvent.click(screen.getByText('手机丢了，李婷的设备全部退出'));
    fireEvent.click(screen.getByText('全部退出'));
    expect(await screen.findByText('已退出 2 台设备')).toBeTruthy();
  });

  it('removes somebody who leaves; a lost answer is no failure', async () => {
    const REMOVE = 'DELETE /merchant/clerks/clk_1';
    server().cutOnce(REMOVE).once(REMOVE, { status: 204 });
    fireEvent.click(await screen.findByText('李婷'));
    fireEvent.click(screen.getByText('移除这位店员'));
    fireEvent.click(screen.getByText('移除李婷'));
    expect(await screen.findByText(/没收到答复，可能已经办好了/)).toBeTruthy();
    fireEvent.click(screen.getByText('移除李婷'));
    expect(await screen.findByText('已移除李婷')).toBeTruthy();
  });

  it('hears why a change was refused', async () => {
    server().once('PATCH /merchant/clerks/clk_1', problem(409, 'OWNER_STAYS', '店主不能在这里更改'));
    fireEvent.click(await screen.findByText('李婷'));
    fireEvent.click(screen.getByText('保存'));
    expect(await screen.findByText('店主不能在这里更改')).toBeTruthy();
  });
});

it('lets a clerk look, and end a phone, but change nobody', async () => {
  atTheDesk(['member', 'clerk']);
  fireEvent.click(await screen.findByText('李婷'));
  await waitFor(() => expect(screen.getByText('李婷，手机微信')).toBeTruthy());
  expect(screen.queryByText('邀请店员')).toBeNull();
  expect(screen.queryByText('保存')).toBeNull();
});
