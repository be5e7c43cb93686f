import { MistakesTab } from '../../features/mistakes/components/MistakesTab';

export default function MistakesPage() {
  return <MistakesTab />;
}
