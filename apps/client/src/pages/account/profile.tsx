import { Profile } from '../../features/account/components/Profile';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function ProfilePage() {
  return (
    <Frame title={titles.profile}>
      <Profile />
    </Frame>
  );
}
