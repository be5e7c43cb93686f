import { Capture } from '../../features/homework/components/Capture';

export default function CapturePage() {
  return <Capture />;
}
