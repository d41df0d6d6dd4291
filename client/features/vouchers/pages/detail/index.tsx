import { Page } from '@/ui/page';

export default function DetailPage() {
  return <Page title="出示给店员">{null}</Page>;
}
