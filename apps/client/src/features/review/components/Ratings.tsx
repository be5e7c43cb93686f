import type { ReviewCard } from '@wuhao/contracts';
import { RATINGS, type Rating } from '@wuhao/contracts/enums';
import { dueDay } from '../../../shared/format/dates.zh';
import { Press, View } from '../../../shared/ui/primitives';
import { ratingNames, review } from '../review.zh';

interface Props {
  nextDue: ReviewCard['nextDue'];
  onRate: (rating: Rating) => void;
}

/** Four plain words, and under each the day on which the item would come back. */
export const Ratings = ({ nextDue, onRate }: Props) => {
  const now = new Date();
  return (
    <View>
      <View className="hint ratings-ask">{review.howWas}</View>
      <View className="ratings">
        {RATINGS.map((rating) => {
          const day = dueDay(nextDue[rating], now);
          return (
            <Press
              key={rating}
              className={`rating rating-${rating}`}
              label={review.rate(rating, day)}
              onPress={() => onRate(rating)}
            >
              <View className="rating-name">{ratingNames[rating]}</View>
              <View className="rating-day figures">{day}</View>
            </Press>
          );
        })}
      </View>
    </View>
  );
};
