import { fireEvent, screen, waitFor } from '@testing-library/react';
import VehiclesPage from '@/features/vehicles/pages/vehicles';
import ViolationsPage from '@/features/vehicles/pages/violations';
import { readStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list, problem } from '../benefit-fixtures';

const server = useScriptedServer();
const ADD = 'POST /vehicles';
const SAVE = '保存并查违章';
const GOOD_VIN = 'LSVAM4187C2184847';
const car = {
  id: 'veh_1',
  plate: '鲁A7K315',
  plateType: '02',
  vinMasked: 'LSV*********4847',
  model: '大众朗逸',
  addedAt: inMs(0),
  vinWarning: null,
};

beforeEach(() => signIn());

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function openForm(): Promise<void> {
  server().always('GET /vehicles', { body: list([]) });
  renderPage(<VehiclesPage />);
  fireEvent.click(await screen.findByText('加一辆车'));
}

function fillIn(vin = GOOD_VIN): void {
  fill('车牌号', '鲁a 7k315');
  fill('车架号', vin);
  fill('发动机号', 'EA211D0315');
}

const consent = () => fireEvent.click(screen.getByRole('checkbox'));

describe('adding a car', () => {
  it('sends nothing before the person has agreed', async () => {
    await openForm();
    fillIn();
    fireEvent.click(screen.getByText(SAVE));
    expect(await screen.findByText('要先勾选同意，才能查违章')).toBeTruthy();
    expect(server().requestsTo(ADD)).toHaveLength(0);
    consent();
    server().once(ADD, { status: 201, body: car });
    fireEvent.click(screen.getByText(SAVE));
    await waitFor(() => expect(phone.navigation.at(-1)?.url).toContain('violations/index?id=veh_1'));
    expect(server().requestsTo(ADD)[0]?.body).toEqual({
      plate: '鲁A7K315',
      plateType: '02',
      vin: GOOD_VIN,
      engineNo: 'EA211D0315',
      consent: true,
    });
    expect(readStored('draft:vehicle')).toBeUndefined();
  });

  it('guesses the kind of a new-energy plate', async () => {
    await openForm();
    fill('车牌号', '鲁AD52816');
    expect(screen.getByRole('radio', { name: '小型新能源', checked: true })).toBeTruthy();
    fill('车牌号', '鲁A7K315');
    expect(screen.getByRole('radio', { name: '小型汽车', checked: true })).toBeTruthy();
  });

  it('warns of an odd car number but does not stop at it', async () => {
    await openForm();
    fillIn('LSVAM4180C2184847');
    expect(screen.getByText(/跟常见的校验规则对不上/)).toBeTruthy();
    consent();
    server().once(ADD, { status: 201, body: car });
    fireEvent.click(screen.getByText(SAVE));
    await waitFor(() => expect(phone.navigation).toHaveLength(1));
  });

  it('puts the server’s complaint beside the field, until it is changed', async () => {
    await openForm();
    fillIn();
    consent();
    const errors = [{ path: 'engineNo', code: 'INVALID', message: '发动机号跟行驶证对不上' }];
    server().once(ADD, problem(422, 'INVALID_INPUT', '请检查填写的内容', { errors }));
    fireEvent.click(screen.getByText(SAVE));
    expect(await screen.findByText('发动机号跟行驶证对不上')).toBeTruthy();
    fill('发动机号', 'EA211D0316');
    expect(screen.queryByText('发动机号跟行驶证对不上')).toBeNull();
  });

  it('keeps what was typed over a restart, but never the consent', async () => {
    await openForm();
    fillIn();
    consent();
    expect(readStored('draft:vehicle')).toMatchObject({ vin: GOOD_VIN, consent: false });
  });

  it('asks under the same id when the answer was lost', async () => {
    await openForm();
    fillIn();
    consent();
    server().cutOnce(ADD).once(ADD, { status: 201, body: car });
    fireEvent.click(screen.getByText(SAVE));
    fireEvent.click(await screen.findByText('查询进度'));
    await waitFor(() => expect(phone.navigation).toHaveLength(1));
    const keys = server()
      .requestsTo(ADD)
      .map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('my cars', () => {
  it('names the car that is removed and what stays', async () => {
    server()
      .always('GET /vehicles', { body: list([car]) })
      .once('DELETE /vehicles/veh_1', { status: 204 });
    renderPage(<VehiclesPage />);
    fireEvent.click(await screen.findByText('移除'));
    expect(screen.getByText('移除 鲁A·7K315？')).toBeTruthy();
    fireEvent.click(screen.getByText('移除这辆车'));
    expect(await screen.findByText(/^已移除 /)).toBeTruthy();
  });
});

describe('violations', () => {
  const report = (part: object = {}) => ({
    source: '省交管',
    fetchedAt: inMs(0),
    coverage: '覆盖本省',
    stale: false,
    items: [],
    totals: { unhandled: 0, fineFen: 0, points: 0 },
    ...part,
  });

  it('does not say there is nothing when nothing was found', async () => {
    server()
      .always('GET /vehicles', { body: list([car]) })
      .once('GET /vehicles/veh_1/violations', { body: report() });
    renderPage(<ViolationsPage />);
    expect(await screen.findByText(/「没查到」不等于「没有」/)).toBeTruthy();
    expect(screen.getByText(/来源：省交管/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('恭喜');
  });

  it('marks what is old', async () => {
    server()
      .always('GET /vehicles', { body: list([car]) })
      .once('GET /vehicles/veh_1/violations', { body: report({ stale: true }) });
    renderPage(<ViolationsPage />);
    expect(await screen.findByText(/暂时连不上数据源，这是上次查到的/)).toBeTruthy();
  });
});
