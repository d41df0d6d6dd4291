import { fireEvent, screen } from '@testing-library/react';
import { ExampleCard } from '../../../../client/features/policies/example-card';
import { fenOfYuan } from '../../../../client/features/policies/example-kinds';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';

const server = useScriptedServer();
const EXAMPLE = 'GET /policies/p1/worked-example';

const example = (compulsoryFen: number, aboveFen: number, ownFen: number) => ({
  accident: {
    occurredOn: '2026-11-22',
    fault: 'full',
    faultPercent: 100,
    holiday: false,
    withOtherCar: true,
    otherCarFen: compulsoryFen + aboveFen + ownFen,
    otherMedicalFen: 0,
    outsideListFen: 0,
    otherInjuryFen: 0,
    ownCarFen: 0,
    driverMedicalFen: 0,
  },
  lines: [
    { side: 'other', payer: 'compulsory', name: '交强险赔财产', amountFen: compulsoryFen, why: '先赔。' },
    { side: 'other', payer: 'thirdParty', name: '第三者责任险', amountFen: aboveFen, why: '接着赔。' },
    ...(ownFen > 0
      ? [{ side: 'other', payer: 'own', name: '超过最高赔付', amountFen: ownFen, why: '您自己出。' }]
      : []),
  ],
  totalFen: compulsoryFen + aboveFen + ownFen,
  paidFen: compulsoryFen + aboveFen,
  ownFen,
  choices: {
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
    limitsChangeOn: null,
    holidayDoubles: false,
    medicalOutsideList: false,
  },
  notes: [],
  asOf: '2026-11-22T12:00:00+08:00',
});

const open = () => {
  signIn();
  const given = example(200_000, 7_800_000, 0) as Parameters<typeof ExampleCard>[0]['given'];
  renderPage(<ExampleCard policyId="p1" kind="otherCar" given={given} />);
};

it('begins with the sum that came with the policy, without asking', () => {
  open();
  expect(screen.getByText('¥78,000.00')).toBeTruthy();
  expect(screen.getByText('¥0.00')).toBeTruthy();
  expect(screen.getByText('您撞坏了别人的车，负全部责任，对方修车 ¥80,000。')).toBeTruthy();
});

it('asks for every change and shows who pays what', async () => {
  open();
  server().once(EXAMPLE, { body: example(200_000, 10_000_000, 24_800_000) });
  fireEvent.click(screen.getByText('换个数、换个责任再算'));
  fireEvent.click(screen.getByText('¥350,000'));
  expect((await screen.findAllByText('¥248,000.00')).length).toBe(2);
  const [asked] = server().requestsTo(EXAMPLE);
  expect(asked?.query.get('otherCarFen')).toBe('35000000');
});

it('shows no sum beside choices it was not worked out for', async () => {
  open();
  server().always(EXAMPLE, { status: 503, body: { code: 'UPSTREAM_AWAY', detail: '稍后再试' } });
  fireEvent.click(screen.getByText('换个数、换个责任再算'));
  fireEvent.click(screen.getByText('主要责任'));
  expect(await screen.findByText(/这个数先算不了/)).toBeTruthy();
  expect(screen.queryByText('¥78,000.00')).toBeNull();
});

it.each([
  ['5000', 500_000],
  ['5000.5', 500_050],
  ['0.01', 1],
  ['20000000', 2_000_000_000],
  ['20000000.01', undefined],
  ['-1', undefined],
  ['1e5', undefined],
  ['', undefined],
  ['12.345', undefined],
])('%s yuan is %s fen', (text, fen) => expect(fenOfYuan(text)).toBe(fen));
