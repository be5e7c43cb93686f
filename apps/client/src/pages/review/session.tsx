import { ReviewSession } from '../../features/review/components/ReviewSession';

export default function ReviewPage() {
  return <ReviewSession />;
}
