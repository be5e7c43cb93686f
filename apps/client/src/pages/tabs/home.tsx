import { GuardianHome } from '../../features/guardian/components/GuardianHome';
import { StudentHome } from '../../features/home/components/StudentHome';
import { useAccount } from '../../shared/session/use-session';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function HomePage() {
  const account = useAccount();
  return (
    <Frame title={titles.home} tab="home" bare>
      {account?.role === 'guardian' ? <GuardianHome /> : <StudentHome />}
    </Frame>
  );
}
