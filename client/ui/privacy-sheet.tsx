import Taro from '@tarojs/taro';
import { Button as PlatformButton, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { goTo } from '@/platform/routes';
import { usePrivacyAuthorization } from '@/platform/privacy-authorization';
import { Button } from './button';
import { privacySheetWords } from './consent-messages';
import styles from './privacy-sheet.module.scss';
import { Sheet } from './sheet';
import { Stack } from './stack';
import { Words } from './text';

/** WeChat believes a yes only from its own button, named by this id. */
const AGREE_BUTTON = 'agree-privacy';

/** The text WeChat keeps for this mini-program where it has one, ours otherwise. */
function readGuide(): void {
  const own = () => void goTo('account/document', { name: 'privacy' });
  if (typeof Taro.openPrivacyContract !== 'function') own();
  else Taro.openPrivacyContract({ fail: own });
}

export function PrivacySheet() {
  const waiting = usePrivacyAuthorization((state) => state.waiting);
  if (!waiting) return null;
  return (
    <Sheet
      open
      title={privacySheetWords.title}
      onClose={waiting.refuse}
      action={
        <Stack gap={2}>
          <PlatformButton
            id={AGREE_BUTTON}
            className={styles.agree}
            hoverClass={styles.pressed}
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => waiting.agree(AGREE_BUTTON)}
          >
            {privacySheetWords.agree}
          </PlatformButton>
          <Button wide kind="ghost" onTap={waiting.refuse}>
            {privacySheetWords.refuse}
          </Button>
        </Stack>
      }
    >
      <Stack gap={3}>
        <Words>{privacySheetWords.text(brand.product)}</Words>
        <View>
          <Button kind="text" onTap={readGuide}>
            {privacySheetWords.read}
          </Button>
        </View>
      </Stack>
    </Sheet>
  );
}
