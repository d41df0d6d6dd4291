import { Page } from '@/ui/page';

export default function ListPage() {
  return <Page title="附近门店">{null}</Page>;
}
