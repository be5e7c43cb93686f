import type { HomeView } from '@wuhao/contracts';
import type { ReactNode } from 'react';
import { open, routes } from '../../../shared/routes';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, Press, View } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { HomeworkRow } from '../../homework/components/HomeworkRow';
import { home } from '../home.zh';
import { TonightCard } from './TonightCard';

interface Props {
  of: HomeView;
  /** A guardian looks at this child. */
  studentId?: string;
  /** In the place of the week's line. */
  week?: ReactNode;
}

/** Tonight, the last homework, a line of the week: the same for the child and the family. */
export const Overview = ({ of, studentId, week }: Props) => (
  <>
    <View className="home-part">
      <TonightCard today={of.today} readOnly={studentId !== undefined} />
    </View>
    <View className="home-part">
      <View className="section-line">
        <Heading level={2} className="hint">
          {home.last}
        </Heading>
        {of.lastHomework && (
          <Press className="link" onPress={() => open(routes.homeworkList({ studentId }))}>
            {home.all}
            <Icon name="chevron" size="s" />
          </Press>
        )}
      </View>
      <View className="card card-rows">
        {of.lastHomework ? (
          <HomeworkRow of={of.lastHomework} studentId={studentId} />
        ) : (
          <Row icon="paper" title={home.noHomework} text={home.noHomeworkText} />
        )}
      </View>
    </View>
    {week ?? <View className="home-week figures">{home.weekNamed(of.week)}</View>}
  </>
);
