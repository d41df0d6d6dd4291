import { fireEvent, screen } from '@testing-library/react';
import StoresPage from '@/features/merchant/pages/stores';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list } from '../benefit-fixtures';
import { ownStore, type Suspension } from './merchant-fixtures';

const server = useScriptedServer();

function open(roles: string[], suspension: Suspension = null): void {
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
    .always('GET /merchant/stores', { body: list([ownStore(suspension)]) });
  renderPage(<StoresPage />);
}

const OWNER = ['member', 'merchantOwner'];

it('changes the hours; closing before opening is after midnight', async () => {
  const HOURS = 'PUT /merchant/stores/sto_1/opening-hours';
  open(OWNER);
  server().once(HOURS, { body: { store: ownStore() } });
  fireEvent.click(await screen.findByText('改营业时间'));
  fireEvent.change(screen.getByLabelText('打烊'), { target: { value: '02:00' } });
  expect(screen.getByText('打烊在第二天')).toBeTruthy();
  fireEvent.click(screen.getByText('周日'));
  fireEvent.click(screen.getByText('保存营业时间'));
  expect(await screen.findByText(/营业时间已保存/)).toBeTruthy();
  expect(server().requestsTo(HOURS)[0]?.body).toEqual({
    opensMinute: 480,
    closesMinute: 1560,
    openWeekdays: [1, 2, 3, 4, 5, 6],
  });
});

it('says of a shop that does not close that it does not', async () => {
  open(OWNER);
  fireEvent.click(await screen.findByText('改营业时间'));
  fireEvent.change(screen.getByLabelText('开门'), { target: { value: '00:00' } });
  fireEvent.change(screen.getByLabelText('打烊'), { target: { value: '00:00' } });
  expect(screen.getByText('24 小时营业')).toBeTruthy();
  expect(screen.getByText('24:00')).toBeTruthy();
});

it('adds a day on which it is closed', async () => {
  open(OWNER);
  fireEvent.click(await screen.findByText('加一天'));
  fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: '2099-01-01' } });
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '元旦放假' } });
  const DAY = 'PUT /merchant/stores/sto_1/special-days/2099-01-01';
  server().once(DAY, { body: { store: ownStore() } });
  fireEvent.click(screen.getByText('保存这一天'));
  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(server().requestsTo(DAY)[0]?.body).toEqual({
    opensMinute: null,
    closesMinute: null,
    note: '元旦放假',
  });
});

it('stops a store with a reason', async () => {
  const STOP = 'PUT /merchant/stores/sto_1/suspension';
  open(OWNER);
  server().once(STOP, { body: { store: ownStore() } });
  fireEvent.click(await screen.findByText('暂停核销'));
  fireEvent.click(screen.getByText('设备坏了'));
  fireEvent.click(screen.getAllByText('暂停核销').at(-1) as HTMLElement);
  expect(await screen.findByText('已暂停核销')).toBeTruthy();
  expect(server().requestsTo(STOP)[0]?.body).toEqual({ reason: '设备坏了' });
});

it('lets an owner lift only the own stop', async () => {
  open(OWNER, { at: inMs(-60_000), by: 'operator', reason: '合同到期' });
  expect(await screen.findByText(/运营人员.*暂停了核销：合同到期/)).toBeTruthy();
  expect(screen.queryByText('恢复核销')).toBeNull();
});

it('lets the staff read, and nothing more', async () => {
  open(['member', 'clerk']);
  expect(await screen.findByText('普通洗车，每次 ¥25.00')).toBeTruthy();
  expect(screen.getByText(/由店主办理/)).toBeTruthy();
  expect(screen.queryByText('改营业时间')).toBeNull();
});
