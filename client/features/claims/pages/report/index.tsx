import { Page } from '@/ui/page';

export default function ReportPage() {
  return <Page title="报案">{null}</Page>;
}
