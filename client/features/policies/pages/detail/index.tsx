import { Page } from '@/ui/page';

export default function DetailPage() {
  return <Page title="保单">{null}</Page>;
}
