import { Page } from '@/ui/page';

export default function CasePage() {
  return <Page title="理赔进展">{null}</Page>;
}
