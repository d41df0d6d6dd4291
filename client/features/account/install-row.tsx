import { install, useCanInstall } from '@/platform/installed-app';
import { Row } from '@/ui/row';
import { installWords } from '@/platform/messages';

/** In a browser that would put the app on the home screen, and nowhere else. */
export function InstallRow() {
  const can = useCanInstall();
  if (!can) return null;
  return (
    <Row
      icon="download"
      title={installWords.title}
      detail={installWords.detail}
      onTap={() => void install()}
    />
  );
}
