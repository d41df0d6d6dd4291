import { Page } from '@/ui/page';

export default function IdentityPage() {
  return <Page title="实名绑定">{null}</Page>;
}
