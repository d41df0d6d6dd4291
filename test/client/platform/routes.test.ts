import { goBack, goTo, redirectTo, urlOf } from '@/platform/routes';
import { subpackageRoutes, subpackages, tabRoutes } from '@/platform/route-table';
import { phone } from '../support/phone';

describe('routes', () => {
  it('turns a name and its ids into an address', () => {
    expect(urlOf('claims/case', { id: 'a b/ü' })).toBe('/features/claims/pages/case/index?id=a%20b%2F%C3%BC');
    expect(urlOf('claims/case', { id: 'x', from: undefined })).toBe('/features/claims/pages/case/index?id=x');
    expect(urlOf('home')).toBe('/features/home/pages/home/index');
  });

  it('switches to a tab, because a tab cannot be opened above another page', async () => {
    await goTo('life');
    await redirectTo('me');
    expect(phone.navigation).toEqual([
      { how: 'switchTab', url: '/features/life/pages/life/index' },
      { how: 'switchTab', url: '/features/account/pages/me/index' },
    ]);
  });

  it('replaces the top page when the stack is full instead of refusing the tap', async () => {
    phone.pageStack = 10;
    await goTo('gifts/list');
    expect(phone.navigation).toEqual([{ how: 'redirectTo', url: '/features/gifts/pages/list/index' }]);
  });

  it('goes home when a shared page has nothing behind it', async () => {
    phone.pageStack = 1;
    await goBack();
    expect(phone.navigation).toEqual([{ how: 'switchTab', url: '/features/home/pages/home/index' }]);
  });

  it('packs every page exactly once, and no tab inside a subpackage', () => {
    const packed = subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    expect([...packed].sort()).toEqual(Object.values(subpackageRoutes).sort());
    for (const tab of Object.values(tabRoutes)) {
      expect(subpackages.filter(({ root }) => tab.startsWith(`${root}/`))).toEqual([]);
    }
  });
});
