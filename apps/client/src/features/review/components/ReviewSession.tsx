import type { TodayReview } from '@wuhao/contracts';
import { useState } from 'react';
import { percent } from '../../../shared/format/crop';
import { ApiError } from '../../../shared/http/api-error';
import { openTab } from '../../../shared/routes';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { Frame } from '../../../shared/ui/Frame';
import { Bone, Empty, Loaded, Problem } from '../../../shared/ui/states';
import { useTodayReview } from '../queries';
import { review } from '../review.zh';
import '../review.scss';
import { useReviewSession } from '../use-session';
import { Card } from './Card';
import { Ratings } from './Ratings';
import { Summary } from './Summary';
import { View } from '../../../shared/ui/primitives';

const Cards = ({ of }: { of: TodayReview }) => {
  const [cards] = useState(of.items);
  const { card, at, rated, rate, sendAgain, skip, isSaving, error } = useReviewSession(cards);
  // What belongs to one card is forgotten with it.
  const [thoughtId, setThoughtId] = useState<string | null>(null);
  const [written, setWritten] = useState<{ id: string; answer: string } | null>(null);

  if (!card) {
    return (
      <Frame title={titles.review} footer={<Button onPress={() => openTab('home')}>{review.toHome}</Button>}>
        <Summary rated={rated} left={of.total - rated.length} />
      </Frame>
    );
  }
  const answer = written?.id === card.id ? written.answer : '';
  const isThought = thoughtId === card.id;
  const footer = () => {
    if (!isThought) return <Button onPress={() => setThoughtId(card.id)}>{review.thought}</Button>;
    if (error) {
      return (
        <View className="stack-s">
          <Button busy={isSaving} onPress={sendAgain}>
            {review.sendAgain}
          </Button>
          {/* What the server will never take, e.g. an item that was removed meanwhile, must not hold the child up. */}
          {error instanceof ApiError && !error.isPassing && (
            <Button kind="text" onPress={skip}>
              {review.skip}
            </Button>
          )}
        </View>
      );
    }
    return <Ratings nextDue={card.nextDue} disabled={isSaving} onRate={(rating) => rate(rating, answer)} />;
  };
  return (
    <Frame title={titles.review} footer={footer()}>
      <View className="review-progress">
        <View className="review-bar">
          <View className="review-bar-part" style={{ width: percent(at / cards.length) }} />
        </View>
        <View className="hint figures">{review.of(at + 1, cards.length)}</View>
      </View>
      <Card
        key={card.id}
        card={card}
        answer={answer}
        onAnswer={(text) => setWritten({ id: card.id, answer: text })}
        isThought={isThought}
      />
      {error !== null && (
        <>
          <Problem error={error} />
          <View className="hint">{review.notSaved}</View>
        </>
      )}
    </Frame>
  );
};

export const ReviewSession = () => {
  const query = useTodayReview();
  if (query.data && query.data.items.length > 0) return <Cards of={query.data} />;
  return (
    <Frame title={titles.review}>
      <Loaded
        of={query}
        skeleton={
          <>
            <Bone className="bone-short" />
            <Bone className="bone-photo" />
            <Bone className="bone-title" />
          </>
        }
      >
        {() => (
          <Empty
            icon="clock"
            title={review.empty}
            text={review.emptyText}
            action={
              <Button kind="quiet" onPress={() => openTab('home')}>
                {review.toHome}
              </Button>
            }
          />
        )}
      </Loaded>
    </Frame>
  );
};
