import { Page } from '@/ui/page';

export default function PointsPage() {
  return <Page title="积分">{null}</Page>;
}
