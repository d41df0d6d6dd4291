import { subpackages, tabRoutes } from './platform/route-table';

/** WeChat wants pictures for its own bar; the web never shows one, and would carry all eight in its first script. */
const pictures = (icon: string) =>
  process.env.TARO_ENV === 'h5'
    ? {}
    : { iconPath: `assets/tabs/${icon}.png`, selectedIconPath: `assets/tabs/${icon}-on.png` };

const tab = (pagePath: string, text: string, icon: string) => ({ pagePath, text, ...pictures(icon) });

export default defineAppConfig({
  pages: Object.values(tabRoutes),
  subPackages: subpackages,
  window: {
    navigationBarBackgroundColor: '#f3f6f5',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '车主俱乐部',
    backgroundColor: '#f3f6f5',
    backgroundTextStyle: 'dark',
  },
  // The bar is drawn by client/ui/tab-bar: the platform's own cannot grow its words for elder mode nor follow the theme.
  tabBar: {
    custom: true,
    color: '#5d6c69',
    selectedColor: '#0a5c63',
    backgroundColor: '#ffffff',
    list: [
      tab(tabRoutes.home, '首页', 'home'),
      tab(tabRoutes.policies, '保单', 'policy'),
      tab(tabRoutes.life, '车生活', 'car'),
      tab(tabRoutes.me, '我的', 'user'),
    ],
  },
  permission: {
    'scope.userLocation': { desc: '用来填写出险地点，查找附近门店' },
  },
  requiredPrivateInfos: ['getLocation'],
  // Data that is declared at WeChat may be read once the person has agreed in our own sheet (client/ui/privacy-sheet).
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
