import { ChildOverview } from '../../features/guardian/components/ChildOverview';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function ChildPage() {
  return (
    <Frame title={titles.child}>
      <ChildOverview />
    </Frame>
  );
}
