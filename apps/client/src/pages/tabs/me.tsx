import { Me } from '../../features/account/components/Me';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function MePage() {
  return (
    <Frame title={titles.me} tab="me">
      <Me />
    </Frame>
  );
}
