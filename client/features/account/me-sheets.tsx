import { loadPending } from '@/api/pending-write';
import { brand } from '@/platform/brand';
import type { ThemeChoice } from '@/platform/preferences';
import { useKeptPhotoCounts } from '@/platform/photo-records';
import { goTo } from '@/platform/routes';
import { readStored } from '@/platform/storage';
import { isUnsettled, useWaitingWrites } from '@/platform/waiting-writes';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { useMe } from './use-me';
import { meSheetWords, type Unsent } from './messages';

export const themeNames: Record<ThemeChoice, string> = {
  system: meSheetWords.themeSystem,
  light: meSheetWords.themeLight,
  dark: meSheetWords.themeDark,
};

const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, text: themeNames[value] }));

export function MeSheets({ screen }: { screen: ReturnType<typeof useMe> }) {
  const { sheet, closeSheet } = screen;
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
      <Leaving screen={screen} />
    </>
  );
}

/** What of theirs has not left this phone: what stays for them, and what ends with the session. */
function useUnsent(): { kept: Unsent; ended: number } {
  const open = useWaitingWrites(({ writes }) => writes).filter(isUnsettled);
  const { toSend, refused } = useKeptPhotoCounts();
  const waiting = open.filter(({ outlivesLogout }) => outlivesLogout).length;
  const reports = waiting + (loadPending('claim-report') ? 1 : 0);
  const drafts = reports === 0 && readStored('draft:claim-report') !== undefined ? 1 : 0;
  return { kept: { reports, photos: toSend + refused, drafts }, ended: open.length - waiting };
}

/** Going is one tap. Taking an unsent report along is a choice of its own, named for what it does and asked once more. */
function Leaving({ screen }: { screen: ReturnType<typeof useMe> }) {
  const { sheet, closeSheet, openSheet, leave } = screen;
  const { kept, ended } = useUnsent();
  const isKept = kept.reports + kept.photos + kept.drafts > 0;
  const toErase = (
    <Button wide kind="text" onTap={() => openSheet('erase')}>
      {meSheetWords.toErase}
    </Button>
  );
  return (
    <>
      <Sheet
        open={sheet === 'logout'}
        title={meSheetWords.logoutTitle}
        onClose={closeSheet}
        action={
          <Stack gap={2}>
            <Button wide kind="danger" busyText={meSheetWords.loggingOut} onTap={() => leave()}>
              {meSheetWords.logout}
            </Button>
            {isKept && toErase}
          </Stack>
        }
      >
        <Stack gap={2}>
          {isKept && <Words bold>{meSheetWords.logoutKeeps(kept)}</Words>}
          {ended > 0 && <Words bold>{meSheetWords.logoutUnsent(ended)}</Words>}
          <Words>{meSheetWords.logoutMeans(isKept)}</Words>
        </Stack>
      </Sheet>
      <Sheet
        open={sheet === 'erase'}
        title={meSheetWords.eraseTitle}
        onClose={closeSheet}
        action={
          <Button wide kind="danger" busyText={meSheetWords.loggingOut} onTap={() => leave({ erase: true })}>
            {meSheetWords.erase}
          </Button>
        }
      >
        {meSheetWords.eraseMeans(kept)}
      </Sheet>
    </>
  );
}
