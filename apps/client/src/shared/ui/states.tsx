import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { requestIdOf, sentenceOf } from '../http/error-sentences.zh';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { ui } from './shared.zh';
import { View } from './primitives';

/** A grey block in the place of what is coming. */
export const Bone = ({ className = '' }: { className?: string }) => <View className={`bone ${className}`} />;

/** The page's real shape while it loads; screen readers hear one word. */
export const Skeleton = ({ children }: { children: ReactNode }) => (
  <View className="skeleton" role="status" aria-label={ui.loading}>
    {children}
  </View>
);

interface EmptyProps {
  icon: IconName;
  title: string;
  text?: string;
  action?: ReactNode;
}

/** What will be here, and the one action that fills it. */
export const Empty = ({ icon, title, text, action }: EmptyProps) => (
  <View className="state">
    <View className="state-icon">
      <Icon name={icon} size="l" />
    </View>
    <View className="state-title">{title}</View>
    {text && <View className="state-text">{text}</View>}
    {action && <View className="state-action">{action}</View>}
  </View>
);

export const Failure = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const requestId = requestIdOf(error);
  return (
    <View className="state" role="alert">
      <View className="state-icon">
        <Icon name="retry" size="l" />
      </View>
      <View className="state-title">{ui.failedTitle}</View>
      <View className="state-text">{sentenceOf(error)}</View>
      <View className="state-action">
        <Button kind="quiet" onPress={onRetry}>
          {ui.retry}
        </Button>
      </View>
      {requestId && <View className="state-id">{ui.requestId(requestId)}</View>}
    </View>
  );
};

/** One line where something small did not work and the page stays. */
export const Problem = ({ error }: { error: unknown }) =>
  error ? (
    <View className="problem" role="alert">
      {sentenceOf(error)}
    </View>
  ) : null;

interface LoadedProps<T> {
  of: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, error with retry, or content. What was loaded once stays on the screen when a later load fails. */
export const Loaded = <T,>({ of, skeleton, children }: LoadedProps<T>) => {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failure error={of.error} onRetry={() => void of.refetch()} />;
  return <Skeleton>{skeleton}</Skeleton>;
};
