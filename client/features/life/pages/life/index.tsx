import { Page } from '@/ui/page';

export default function LifePage() {
  return (
    <Page title="车生活" tab="life">
      {null}
    </Page>
  );
}
