import { LoginForm } from '../../features/auth/components/LoginForm';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function LoginPage() {
  return (
    <Frame title={titles.login} open bare>
      <LoginForm />
    </Frame>
  );
}
