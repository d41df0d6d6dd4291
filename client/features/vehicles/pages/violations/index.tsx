import { Page } from '@/ui/page';

export default function ViolationsPage() {
  return <Page title="违章">{null}</Page>;
}
