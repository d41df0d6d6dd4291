import { Page } from '@/ui/page';

export default function WorkspacePage() {
  return <Page title="商户工作台">{null}</Page>;
}
