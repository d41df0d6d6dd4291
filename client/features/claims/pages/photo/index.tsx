import { Page } from '@/ui/page';

export default function PhotoPage() {
  return <Page title="拍照">{null}</Page>;
}
