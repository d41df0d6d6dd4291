import { Page } from '@/ui/page';

export default function MePage() {
  return (
    <Page title="我的" tab="me">
      {null}
    </Page>
  );
}
