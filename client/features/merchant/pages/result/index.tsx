import { Page } from '@/ui/page';

export default function ResultPage() {
  return <Page title="核销结果">{null}</Page>;
}
