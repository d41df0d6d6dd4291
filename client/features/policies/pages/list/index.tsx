import { Page } from '@/ui/page';

export default function PoliciesPage() {
  return (
    <Page title="保单" tab="policies">
      {null}
    </Page>
  );
}
