interface Brand {
  insurer: string;
  product: string;
}

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${file}`,
  sizes: `${String(size)}x${String(size)}`,
  type: 'image/png',
  purpose,
});

/** What a browser needs to put the app among a phone's other apps. Colours and routes are the client's; test/journeys/installable.test.ts opens them. */
export function manifestOf({ insurer, product }: Brand): string {
  return JSON.stringify({
    id: '/',
    name: `${insurer} ${product}`,
    short_name: product,
    lang: 'zh-CN',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#d9ecea',
    background_color: '#f3f6f5',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('maskable-192.png', 192, 'maskable'),
      icon('maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      { name: '出险报案', url: '/features/claims/pages/report/index' },
      { name: '我的券', url: '/features/vouchers/pages/list/index' },
    ],
  });
}
