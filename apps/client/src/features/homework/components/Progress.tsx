import type { HomeworkPageView, HomeworkView } from '@wuhao/contracts';
import { useEffect } from 'react';
import { openTab, replace, routes } from '../../../shared/routes';
import { useIdParam } from '../../../shared/session/student';
import { Button } from '../../../shared/ui/Button';
import { Icon } from '../../../shared/ui/Icon';
import { Heading, Photo, View } from '../../../shared/ui/primitives';
import { Bone } from '../../../shared/ui/bones';
import { Loaded } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import '../progress.scss';
import { useHomework } from '../queries';
import { PageWords } from './PageWords';

/** Long enough to read that it is done, short enough not to wait for. */
const REST_MS = 700;

const PageState = ({ page }: { page: HomeworkPageView }) => (
  <View className={`progress-page is-${page.status}`}>
    <View className="progress-frame">
      <Photo className="progress-picture" src={page.picture.thumbnailUrl} label="" />
      {page.status === 'graded' && (
        <View className="progress-sign">
          <Icon name="tick" />
        </View>
      )}
    </View>
    <PageWords of={page} className="progress-words" />
  </View>
);

const Pages = ({ of }: { of: HomeworkView }) => {
  const isDone = of.status === 'graded';
  const isFailed = of.status === 'failed';
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => replace(routes.result({ id: of.id })), REST_MS);
    return () => clearTimeout(timer);
  }, [isDone, of.id]);
  return (
    <>
      <View role="status">
        <Heading level={2} className="progress-title">
          {isFailed ? homework.failedTitle : isDone ? homework.allDone : homework.progressTitle}
        </Heading>
        <View className="hint">{isFailed ? homework.failedText : homework.progressText}</View>
      </View>
      <View className="progress-pages">
        {of.pages.map((page) => (
          <PageState key={page.n} page={page} />
        ))}
      </View>
      {isFailed ? (
        <Button icon="camera" onPress={() => replace(routes.capture())}>
          {homework.captureAgain}
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => openTab('home')}>
          {homework.toHome}
        </Button>
      )}
    </>
  );
};

export const Progress = () => {
  const query = useHomework(useIdParam(), {});
  return (
    <Loaded
      of={query}
      skeleton={
        <>
          <Bone className="bone-title" />
          <Bone className="bone-line bone-small" />
          <View className="progress-page progress-pages">
            <Bone className="progress-frame" />
            <View className="progress-words">
              <Bone className="bone-line" />
            </View>
          </View>
          <Bone className="bone-button" />
        </>
      }
    >
      {(view) => <Pages of={view} />}
    </Loaded>
  );
};
