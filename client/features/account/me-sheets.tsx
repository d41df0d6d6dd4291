import { brand } from '@/platform/brand';
import type { ThemeChoice } from '@/platform/preferences';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import type { useMe } from './use-me';

export const themeNames: Record<ThemeChoice, string> = { system: '跟随手机', light: '浅色', dark: '深色' };

const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, text: themeNames[value] }));

export function MeSheets({ screen }: { screen: ReturnType<typeof useMe> }) {
  const { sheet, closeSheet } = screen;
  return (
    <>
      <Sheet open={sheet === 'theme'} title="深色" onClose={closeSheet}>
        <Choice label="深色" options={themes} value={screen.theme} onChange={screen.chooseTheme} />
      </Sheet>
      <Sheet open={sheet === 'about'} title={`关于${brand.product}`} onClose={closeSheet}>
        <Stack gap={4}>
          <Receipt
            lines={[
              { name: '由谁提供', value: brand.insurer },
              { name: '客服电话', value: brand.hotline },
              { name: '版本', value: brand.version },
            ]}
          />
          <Stack gap={2}>
            <Button kind="ghost" size="small" onTap={() => goTo('account/document', { name: 'terms' })}>
              用户协议
            </Button>
            <Button kind="ghost" size="small" onTap={() => goTo('account/document', { name: 'privacy' })}>
              隐私政策
            </Button>
          </Stack>
        </Stack>
      </Sheet>
      <Sheet
        open={sheet === 'logout'}
        title="退出登录？"
        onClose={closeSheet}
        action={
          <Button wide kind="danger" busyText="正在退出…" onTap={screen.leave}>
            退出登录
          </Button>
        }
      >
        没提交的草稿会从这台手机上删掉。保单、券和正在办理的理赔都不受影响。
      </Sheet>
    </>
  );
}
