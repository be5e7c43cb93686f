import { AddMistake } from '../../features/mistakes/components/AddMistake';

export default function AddMistakePage() {
  return <AddMistake />;
}
