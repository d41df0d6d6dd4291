import { Page } from '@/ui/page';

export default function ListPage() {
  return <Page title="我的礼包">{null}</Page>;
}
