import type { Caller } from '../bff/features/caller';
import type { Phone } from './support/phone';
import { linkFrom } from './support/photo-link';
import { photoWithPlace, rotatedPhoto } from './support/photos';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const HELPER = '13955558888';
const world = useWorld();

interface Claim {
  id: string;
  open: boolean;
}

const openClaimOf = async (member: Caller): Promise<string> =>
  (await member.get<{ items: Claim[] }>('/claims?limit=50')).body.items.find(({ open }) => open)?.id ?? '';

const photosOf = async (member: Caller, id: string): Promise<string[]> =>
  (await member.get<{ items: { id: string }[] }>(`/claims/${id}/photos`)).body.items.map((photo) => photo.id);

async function pick(phone: Phone, file: string): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap('从相册选');
  await (await chooser).setFiles(file);
}

const sentShots = (phone: Phone) => phone.targets(/：已传好$/, false);

describe('photos by somebody who has no account', () => {
  it('are asked for by SMS, taken without a login over a bad network, and stand in the one claim', async () => {
    const { person, visitor, behind, stack } = world();
    const member = await behind(MEMBER);
    const id = await openClaimOf(member);
    const before = await photosOf(member, id);
    const owner = await person(MEMBER);
    await owner.open(`${pagePath('claims', 'case')}?id=${id}`);
    await owner.tap('请在现场的人帮忙拍');
    await owner.type('对方的手机号', HELPER);
    await owner.tap('发短信');
    await owner.see('已发到 139****8888');

    const link = await linkFrom(stack.baseUrl, HELPER);
    const token = link.slice(link.indexOf('t=') + 2);
    const asked: string[] = [];
    const helper = await visitor();
    helper.page.on('request', (request) => asked.push(request.url()));
    await helper.open(link);
    await helper.see('请您帮忙拍几张事故照片');
    expect(await helper.text()).not.toMatch(/7K315|138\d{8}/);
    expect(helper.page.url()).not.toContain(token);
    await helper.tap('同意，开始拍照');
    await helper.see(/^第 1 张/);
    await pick(helper, await rotatedPhoto());
    await sentShots(helper).first().waitFor();

    // The network goes with the second picture under way; the page is dropped, and opened again from where it is.
    await helper.page.route('**/photo-link/uploads**', (route) => route.abort('internetdisconnected'));
    await pick(helper, await photoWithPlace());
    await helper.see('点这里重传');
    await helper.page.unroute('**/photo-link/uploads**');
    await helper.reload();
    await sentShots(helper).nth(1).waitFor();

    await helper.tap('先到这里');
    await helper.see('谢谢您，照片收到了');
    await helper.see(/^收到 2 张/);
    expect(asked.filter((url) => url.includes(token))).toEqual([]);
    expect(await photosOf(member, id)).toHaveLength(before.length + 2);
  });

  it('a second link ends the first, which says so and what to do', async () => {
    const { visitor, behind, stack } = world();
    const member = await behind(MEMBER);
    const id = await openClaimOf(member);
    await member.post(`/claims/${id}/photo-links`, { phone: HELPER });
    const old = await linkFrom(stack.baseUrl, HELPER);
    await member.post(`/claims/${id}/photo-links`, { phone: HELPER });
    const helper = await visitor();
    await helper.open(old);
    await helper.see('这个链接过期了');
    await helper.see(/请让发给您的人再发一次/);
  });
});
