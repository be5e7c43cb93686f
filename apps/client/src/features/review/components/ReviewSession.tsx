import type { ReviewCard, TodayReview } from '@wuhao/contracts';
import { useState } from 'react';
import { OutboxLine } from '../../../shared/outbox/OutboxLine';
import { openTab } from '../../../shared/routes';
import { useTyped } from '../../../shared/session/use-typed';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { Frame } from '../../../shared/ui/Frame';
import { ProgressBar } from '../../../shared/ui/ProgressBar';
import { Bone } from '../../../shared/ui/bones';
import { Empty, Loaded } from '../../../shared/ui/states';
import { waitsRated } from '../outbox';
import { useTodayReview } from '../queries';
import { review } from '../review.zh';
import '../review.scss';
import { useReviewSession } from '../use-session';
import { Card } from './Card';
import { Ratings } from './Ratings';
import { ReviewBones } from './ReviewBones';
import { Summary } from './Summary';
import { View } from '../../../shared/ui/primitives';

interface CardsProps {
  cards: ReviewCard[];
  /** Due, but more than fits tonight. */
  left: number;
}

const Cards = ({ cards, left }: CardsProps) => {
  const { card, at, rated, rate } = useReviewSession(cards);
  // What belongs to one card is forgotten with it.
  const [thoughtId, setThoughtId] = useState<string | null>(null);
  const [written, setWritten] = useTyped<{ id: string; answer: string } | null>('review', null);

  if (!card) {
    return (
      <Frame title={titles.review} footer={<Button onPress={() => openTab('home')}>{review.toHome}</Button>}>
        <Summary rated={rated} left={left} />
        <OutboxLine />
      </Frame>
    );
  }
  const answer = written?.id === card.id ? written.answer : '';
  const isThought = thoughtId === card.id;
  const footer = isThought ? (
    <Ratings nextDue={card.nextDue} onRate={(rating) => rate(rating, answer)} />
  ) : (
    <Button onPress={() => setThoughtId(card.id)}>{review.thought}</Button>
  );
  return (
    <Frame title={titles.review} footer={footer}>
      <View className="review-progress">
        <ProgressBar value={at / cards.length} label={review.of(at + 1, cards.length)} />
        <View className="hint figures">{review.of(at + 1, cards.length)}</View>
      </View>
      <Card
        key={card.id}
        card={card}
        answer={answer}
        onAnswer={(text) => setWritten({ id: card.id, answer: text })}
        isThought={isThought}
      />
      <OutboxLine />
    </Frame>
  );
};

const NothingDue = () => (
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
);

/** As it was when the session began, without what was rated here and has not reached the server yet. */
const Tonight = ({ of }: { of: TodayReview }) => {
  const [{ cards, left }] = useState(() => ({
    cards: of.items.filter(({ id }) => !waitsRated(id)),
    left: of.total - of.items.length,
  }));
  if (cards.length > 0) return <Cards cards={cards} left={left} />;
  return (
    <Frame title={titles.review}>
      <NothingDue />
      <OutboxLine />
    </Frame>
  );
};

export const ReviewSession = () => {
  const query = useTodayReview();
  if (query.data) return <Tonight of={query.data} />;
  return (
    <Frame title={titles.review} footer={query.error ? undefined : <Bone className="bone-button" />}>
      <Loaded of={query} skeleton={<ReviewBones />}>
        {(of) => <Tonight of={of} />}
      </Loaded>
    </Frame>
  );
};
