import type { HomeworkSummary } from '@wuhao/contracts';
import { pastTime } from '../../../shared/format/dates.zh';
import { open, routes } from '../../../shared/routes';
import { Photo } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { homework, statusNames } from '../homework.zh';
import { isUnderWay } from '../status';

interface Props {
  of: HomeworkSummary;
  studentId?: string;
}

/** One homework with its state; leads to its progress or its result. */
export const HomeworkRow = ({ of, studentId }: Props) => {
  const to =
    isUnderWay(of.status) && !studentId
      ? routes.progress({ id: of.id })
      : routes.result({ id: of.id, studentId });
  return (
    <Row
      lead={<Photo className="thumb" src={of.picture.thumbnailUrl} label="" lazy />}
      title={homework.name(of.title, of.subject)}
      text={of.status === 'graded' ? homework.score(of.score) : statusNames[of.status]}
      value={pastTime(of.createdAt, new Date())}
      onPress={() => open(to)}
    />
  );
};
