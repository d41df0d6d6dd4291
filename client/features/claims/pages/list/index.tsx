import { Page } from '@/ui/page';

export default function ListPage() {
  return <Page title="理赔记录">{null}</Page>;
}
