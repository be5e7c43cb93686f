import type { HomeworkPageView } from '@wuhao/contracts';
import { View } from '../../../shared/ui/primitives';
import { homework, problemSentences } from '../homework.zh';

const sentenceOf = ({ n, status }: HomeworkPageView): string => {
  if (status === 'graded') return homework.pageDone(n);
  if (status === 'failed') return homework.pageFailed(n);
  return status === 'grading' ? homework.pageGrading(n) : homework.pageWaiting(n);
};

/** How far a page is, and what can be done about it where it was not graded. */
export const PageWords = ({ of, className = '' }: { of: HomeworkPageView; className?: string }) => (
  <View className={className}>
    <View>{sentenceOf(of)}</View>
    {of.problem && <View className="hint">{problemSentences[of.problem]}</View>}
  </View>
);
