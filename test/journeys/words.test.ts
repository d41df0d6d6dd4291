import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';
import { wordTrouble } from './support/words-on-screen';

/** Her claims stand in every state a claim can be in: late, refused, withdrawn, with papers wanted, paid. */
const CLAIMANT = '13800000006';
const MEMBER = '13800000001';
const world = useWorld();

it('says nothing on any claim that only the house understands, whatever the server sends', async () => {
  const { person, behind } = world();
  const asked = await behind(CLAIMANT);
  const { items } = (await asked.get<{ items: { id: string }[] }>('/claims?limit=50')).body;
  expect(items.length).toBeGreaterThan(5);
  const phone = await person(CLAIMANT);
  const found: Record<string, string[]> = {};
  for (const { id } of items) {
    await phone.open(`${pagePath('claims', 'case')}?id=${id}`);
    await phone.see(/报案号/);
    const trouble = await wordTrouble(phone);
    if (trouble.length > 0) found[id] = trouble;
  }
  expect(found).toEqual({});
});

it('says nothing in a refusal that only the house understands', async () => {
  const member = await world().behind(MEMBER);
  const refusals = await Promise.all([
    member.get('/policies/pol_nobody'),
    member.get('/claims/clm_nobody'),
    member.get('/vouchers/vch_nobody'),
    member.get('/gifts/gft_nobody'),
    member.get('/mall/items/mit_nobody'),
    member.post('/policies/links', { policyNo: 'NOBODY-0001' }),
    member.post('/transfers/acceptance', { token: 'a'.repeat(43) }),
    member.post('/claims', {}),
    member.post('/vehicles', { plate: '鲁A1' }),
    member.post('/merchant/lookups', { code: '11112222', storeId: 'str_nobody' }),
  ]);
  const phone = await world().visitor();
  for (const { status, body } of refusals) {
    expect(status).toBeGreaterThanOrEqual(400);
    const { detail = '', errors = [] } = body as { detail?: string; errors?: { message: string }[] };
    const sentences = [detail, ...errors.map(({ message }) => message)];
    expect(detail).toMatch(/[\u4e00-\u9fff]/);
    await phone.page.setContent(sentences.map((sentence) => `<p>${sentence}</p>`).join(''));
    // A word that is explained is explained by the page the refusal stands on.
    const trouble = (await wordTrouble(phone)).filter((one) => !one.startsWith('not explained'));
    expect({ sentences, trouble }).toEqual({ sentences, trouble: [] });
  }
});
