import { Page } from '@/ui/page';

export default function LoginPage() {
  return <Page title="登录">{null}</Page>;
}
