import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { requestIdOf, sentenceOf } from '../http/error-sentences.zh';
import { isUnreachable } from '../http/reach';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { ui } from './shared.zh';
import { Heading, View } from './primitives';
import { useShowsRead } from './shows-read';

interface StateProps {
  icon: IconName;
  title: string;
  text?: string;
  action?: ReactNode;
  role?: 'alert';
  children?: ReactNode;
}

/** In place of a page's content: what is the matter, and the one thing to do about it. */
const State = ({ icon, title, text, action, role, children }: StateProps) => (
  <View className="state" role={role}>
    <View className="state-icon">
      <Icon name={icon} size="l" />
    </View>
    <Heading level={2} className="state-title">
      {title}
    </Heading>
    {text && <View className="state-text">{text}</View>}
    {action && <View className="state-action">{action}</View>}
    {children}
  </View>
);

/** What will be here, and the one action that fills it. */
export const Empty = ({ icon, title, text, action }: Omit<StateProps, 'role' | 'children'>) => (
  <State icon={icon} title={title} text={text} action={action} />
);

/** What the server's log knows the failure by, for whoever asks for help with it. */
const RequestId = ({ of, className }: { of: unknown; className: string }) => {
  const requestId = requestIdOf(of);
  return requestId ? <View className={className}>{ui.requestId(requestId)}</View> : null;
};

/** What was asked for did not come. Without a network that is nobody's fault, and it says so. */
export const Failure = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const isOffline = isUnreachable(error);
  return (
    <State
      role="alert"
      icon={isOffline ? 'offline' : 'retry'}
      title={isOffline ? ui.offlineTitle : ui.failedTitle}
      text={sentenceOf(error)}
      action={
        <Button kind="quiet" onPress={onRetry}>
          {ui.retry}
        </Button>
      }
    >
      <RequestId of={error} className="state-id" />
    </State>
  );
};

/** One line where something small did not work and the page stays. */
export const Problem = ({ error }: { error: unknown }) =>
  error ? (
    <View className="problem" role="alert">
      <View>{sentenceOf(error)}</View>
      <RequestId of={error} className="problem-id" />
    </View>
  ) : null;

interface LoadedProps<T> {
  of: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, error with retry, or content. What was loaded once stays on the screen when a later load fails. */
export const Loaded = <T,>({ of, skeleton, children }: LoadedProps<T>) => {
  useShowsRead(of.data !== undefined);
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failure error={of.error} onRetry={() => void of.refetch()} />;
  return <Skeleton>{skeleton}</Skeleton>;
};

/** The page's real shape while it loads; screen readers hear one word. */
export const Skeleton = ({ children }: { children: ReactNode }) => (
  <View className="skeleton" role="status" aria-label={ui.loading}>
    {children}
  </View>
);
