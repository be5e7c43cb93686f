import type { HomeworkView } from '@wuhao/contracts';
import { replace, routes } from '../../../shared/routes';
import { Button } from '../../../shared/ui/Button';
import { Heading, View } from '../../../shared/ui/primitives';
import { ScrollPane } from '../../../shared/ui/ScrollPane';
import { homework, statusNames } from '../homework.zh';
import { PageWords } from './PageWords';

/** In place of score and items while there are none: how far it is, or why it was not graded. */
export const NotGraded = ({ of, studentId }: { of: HomeworkView; studentId?: string }) => {
  const isFailed = of.status === 'failed';
  return (
    <>
      <View className="items-head" role="status">
        <Heading level={2} className="items-score">
          {isFailed ? homework.failedTitle : statusNames[of.status]}
        </Heading>
        {isFailed && <View className="hint">{homework.failedText}</View>}
      </View>
      <ScrollPane className="items-pane" label={homework.eachPage}>
        <View className="items-empty stack-s">
          {of.pages.map((page) => (
            <PageWords key={page.n} of={page} />
          ))}
          {isFailed && !studentId && (
            <Button icon="camera" onPress={() => replace(routes.capture())}>
              {homework.captureAgain}
            </Button>
          )}
        </View>
      </ScrollPane>
    </>
  );
};
