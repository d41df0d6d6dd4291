import { brand } from '@/platform/brand';
import type { ThemeChoice } from '@/platform/preferences';
import { goTo } from '@/platform/routes';
import { useWaitingCounts } from '@/platform/waiting-writes';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { useMe } from './use-me';
import { meSheetWords } from './messages';

export const themeNames: Record<ThemeChoice, string> = {
  system: meSheetWords.themeSystem,
  light: meSheetWords.themeLight,
  dark: meSheetWords.themeDark,
};

const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, text: themeNames[value] }));

export function MeSheets({ screen }: { screen: ReturnType<typeof useMe> }) {
  const { sheet, closeSheet } = screen;
  const { toSend: unsent } = useWaitingCounts();
  return (
    <>
      <Sheet open={sheet === 'theme'} title={meSheetWords.theme} onClose={closeSheet}>
        <Choice
          label={meSheetWords.theme}
          options={themes}
          value={screen.theme}
          onChange={screen.chooseTheme}
        />
      </Sheet>
      <Sheet open={sheet === 'about'} title={meSheetWords.about(brand.product)} onClose={closeSheet}>
        <Stack gap={4}>
          <Receipt
            lines={[
              { name: meSheetWords.provider, value: brand.insurer },
              { name: meSheetWords.hotline, value: brand.hotline },
              { name: meSheetWords.version, value: brand.version },
            ]}
          />
          <Stack gap={2}>
            <Button kind="ghost" size="small" onTap={() => goTo('account/document', { name: 'terms' })}>
              {meSheetWords.terms}
            </Button>
            <Button kind="ghost" size="small" onTap={() => goTo('account/document', { name: 'privacy' })}>
              {meSheetWords.privacy}
            </Button>
          </Stack>
        </Stack>
      </Sheet>
      <Sheet
        open={sheet === 'logout'}
        title={meSheetWords.logoutTitle}
        onClose={closeSheet}
        action={
          <Button wide kind="danger" busyText={meSheetWords.loggingOut} onTap={screen.leave}>
            {meSheetWords.logout}
          </Button>
        }
      >
        {unsent > 0 && <Words bold>{meSheetWords.logoutUnsent(unsent)}</Words>}
        {meSheetWords.logoutMeans}
      </Sheet>
    </>
  );
}
