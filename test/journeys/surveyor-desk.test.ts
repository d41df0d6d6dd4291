import type { Page } from 'playwright-core';
import { startStack, type Stack } from '../support/stack';
import { startBrowser, stopBrowser } from './support/browser';

let stack: Stack;
let page: Page;
beforeAll(async () => {
  stack = await startStack({ seeded: true, env: { CLAIM_PACE_SECONDS: '86400', READ_DEADLINE_MS: '20000' } });
  page = await (await startBrowser()).newPage({ viewport: { width: 1100, height: 900 } });
  page.setDefaultTimeout(15_000);
}, 60_000);
afterAll(async () => {
  await stopBrowser();
  await stack.stop();
});

it('follows a case that moves while somebody types, and says at the button where it is', async () => {
  const core = stack.database.pool('core');
  const move = (status: string) =>
    core.query("update claims set status = $1 where id = 'demo_claim_open'", [status]);
  await page.goto(`${stack.baseUrl}/demo/surveyor#demo_claim_open`);
  const detail = page.locator('[data-case]');
  await detail.getByText('还没人接手').waitFor();
  await page.getByLabel('不赔的理由').fill('写到一半');
  await move('surveyed');
  await page.getByRole('button', { name: '给材料清单' }).waitFor();
  expect(await page.getByLabel('不赔的理由').inputValue()).toBe('写到一半');
  await page.route('**/surveyor/cases/demo_claim_open', (route) => route.abort());
  await move('papersListed');
  await page.getByRole('button', { name: '给材料清单' }).click();
  await detail.getByRole('alert').getByText('这一步没有办：案子现在是').waitFor();
  await page.getByRole('button', { name: '受理' }).waitFor();
  await detail.getByText('您接手了，这起案子不再自动往下走').waitFor();
  await page.unroute('**/surveyor/cases/demo_claim_open');
  await move('contacted');
});

it('shows when and where it happened, asks for the fault on the page, and keeps the case that was picked', async () => {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await page.goto(`${stack.baseUrl}/demo/surveyor#demo_claim_open`);
  const detail = page.locator('[data-case]');
  await detail.getByText(/出险：\d{4}-\d{2}-\d{2} \d{2}:\d{2} · /).waitFor();
  await detail.getByText(/照片收到 \d+ 张/).waitFor();
  await detail.getByText(/^鲁[A-Z]·\w{5,6}/).waitFor();
  await page.getByLabel('车主的责任').selectOption('30');
  await page.getByRole('button', { name: '看过车了' }).click();
  await page.getByRole('button', { name: '给材料清单' }).waitFor();
  await page.locator('[data-cases] a[aria-current=true][href="#demo_claim_open"]').waitFor();
  const { rows } = await stack.database
    .pool('core')
    .query("select fault_percent from claim_surveys where claim_id = 'demo_claim_open'");
  expect(rows).toEqual([{ fault_percent: 30 }]);
  await page.getByLabel('不赔的理由').fill('');
  await page.getByRole('button', { name: '不赔' }).click();
  await page.getByRole('alert').getByText('至少写 2 个字').waitFor();
  expect(asked).toBe(0);
});
