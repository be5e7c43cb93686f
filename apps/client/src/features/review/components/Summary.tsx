import { RATINGS } from '@wuhao/contracts/enums';
import { dueDay } from '../../../shared/format/dates.zh';
import { inOneLine, numbers } from '../../../shared/format/numbers.zh';
import { Heading, View } from '../../../shared/ui/primitives';
import { Icon } from '../../../shared/ui/Icon';
import { ratingNames, review } from '../review.zh';
import type { Rated } from '../use-session';

/** How many come back on which day, in the order of the days. */
export const comingBack = (rated: Rated[], now: Date): { day: string; count: number }[] => {
  const days = new Map<string, number>();
  for (const { dueAt } of [...rated].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))) {
    const day = dueDay(dueAt, now);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, count]) => ({ day, count }));
};

export const Summary = ({ rated, left }: { rated: Rated[]; left: number }) => {
  const spentMs = rated.reduce((sum, one) => sum + one.timeSpentMs, 0);
  return (
    <View className="stack">
      <View className="review-done">
        <Icon name="tick" size="l" className="review-done-icon" />
        <Heading level={2} className="review-done-title">
          {review.doneTitle}
        </Heading>
        <View className="hint figures">{review.doneText(rated.length, numbers.minutesSpent(spentMs))}</View>
        {left > 0 && <View className="hint figures">{review.left(left)}</View>}
      </View>
      <View className="card card-rows figures">
        {RATINGS.map((rating) => ({ rating, count: rated.filter((one) => one.rating === rating).length }))
          .filter(({ count }) => count > 0)
          .map(({ rating, count }) => (
            <View key={rating} className="row">
              <View className="row-words">{ratingNames[rating]}</View>
              <View className="row-value">{numbers.items(count)}</View>
            </View>
          ))}
      </View>
      <View className="card card-rows figures">
        {comingBack(rated, new Date()).map(({ day, count }) => (
          <View key={day} className="row">
            <View className="row-words">{inOneLine(review.next, day)}</View>
            <View className="row-value">{numbers.items(count)}</View>
          </View>
        ))}
      </View>
    </View>
  );
};
