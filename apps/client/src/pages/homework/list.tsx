import { HomeworkList } from '../../features/homework/components/HomeworkList';
import { titles } from '../../shared/titles.zh';
import { Frame } from '../../shared/ui/Frame';

export default function Page() {
  return (
    <Frame title={titles.homeworkList}>
      <HomeworkList />
    </Frame>
  );
}
