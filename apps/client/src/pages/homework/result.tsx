import { Result } from '../../features/homework/components/Result';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function Page() {
  return (
    <Frame title={titles.result} fill>
      <Result />
    </Frame>
  );
}
