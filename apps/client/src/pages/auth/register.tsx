import { RegisterForm } from '../../features/auth/components/RegisterForm';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function RegisterPage() {
  return (
    <Frame title={titles.register} open>
      <RegisterForm />
    </Frame>
  );
}
