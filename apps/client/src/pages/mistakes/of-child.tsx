import { MistakeBook } from '../../features/mistakes/components/MistakeBook';
import { useStudent } from '../../shared/session/student';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function ChildMistakesPage() {
  const { studentId } = useStudent();
  return (
    <Frame title={titles.mistakes}>
      <MistakeBook studentId={studentId} />
    </Frame>
  );
}
