import type { MistakeView, ReviewCard } from '@wuhao/contracts';
import { sentenceOf } from '../../../shared/http/error-sentences.zh';
import { isUnreachable } from '../../../shared/http/reach';
import { Bone } from '../../../shared/ui/bones';
import { Crop } from '../../../shared/ui/Crop';
import { Heading, TextInput, View } from '../../../shared/ui/primitives';
import { useMistake } from '../../mistakes/queries';
import { review } from '../review.zh';

interface Props {
  card: ReviewCard;
  answer: string;
  onAnswer: (answer: string) => void;
  /** The child has thought: now it may compare. */
  isThought: boolean;
}

const Name = ({ children }: { children: string }) => (
  <Heading level={3} className="hint review-name">
    {children}
  </Heading>
);

const expectedOf = ({ expected, itemId }: MistakeView): string =>
  expected ?? (itemId ? review.expectedHeld : review.expectedUnknown);

/** Cards come without the answer; it is fetched when the child has thought. */
const Answers = ({ card, answer }: { card: ReviewCard; answer: string }) => {
  const { data, error } = useMistake(card.id, {});
  const isComing = data === undefined && error === null;
  const whyNot = isUnreachable(error) ? review.expectedOffline : sentenceOf(error);
  const said = data ? expectedOf(data) : whyNot;
  return (
    <View className="card card-rows review-answers figures">
      {answer.trim() !== '' && (
        <View className="review-answer">
          <Name>{review.yourAnswer}</Name>
          <View className="review-words">{answer}</View>
        </View>
      )}
      {card.studentAnswer && (
        <View className="review-answer">
          <Name>{review.before}</Name>
          <View className="review-words">{card.studentAnswer}</View>
        </View>
      )}
      <View className="review-answer">
        <Name>{review.expected}</Name>
        <View className={data?.expected || isComing ? 'review-words' : ''} role="status">
          {isComing ? <Bone className="bone-line bone-value" /> : said}
        </View>
      </View>
    </View>
  );
};

export const Card = ({ card, answer, onAnswer, isThought }: Props) => (
  <View className="review-card">
    {card.picture && <Crop picture={card.picture} box={card.box} label={card.question ?? review.photoOnly} />}
    <Heading level={2} className={card.question ? 'review-question figures' : 'visually-hidden'}>
      {card.question ?? review.photoOnly}
    </Heading>
    {isThought ? (
      <Answers card={card} answer={answer} />
    ) : (
      <View className="review-think">
        <View className="hint">{review.think}</View>
        <TextInput
          className="figures"
          label={review.answerField}
          placeholder={review.answerField}
          value={answer}
          onInput={onAnswer}
          maxLength={200}
          autoComplete="off"
        />
      </View>
    )}
  </View>
);
