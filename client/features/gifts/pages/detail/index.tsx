import { Page } from '@/ui/page';

export default function DetailPage() {
  return <Page title="礼包">{null}</Page>;
}
