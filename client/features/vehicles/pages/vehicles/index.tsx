import { Page } from '@/ui/page';

export default function ListPage() {
  return <Page title="我的车">{null}</Page>;
}
