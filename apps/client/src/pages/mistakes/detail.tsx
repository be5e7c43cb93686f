import { MistakeDetail } from '../../features/mistakes/components/MistakeDetail';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function MistakePage() {
  return (
    <Frame title={titles.mistake}>
      <MistakeDetail />
    </Frame>
  );
}
