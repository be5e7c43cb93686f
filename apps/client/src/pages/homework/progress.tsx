import { Progress } from '../../features/homework/components/Progress';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function Page() {
  return (
    <Frame title={titles.progress}>
      <Progress />
    </Frame>
  );
}
