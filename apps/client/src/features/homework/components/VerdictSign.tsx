import type { ItemView } from '@wuhao/contracts';
import type { Verdict } from '@wuhao/contracts/enums';
import { Icon, type IconName } from '../../../shared/ui/Icon';
import { View } from '../../../shared/ui/primitives';

const ICONS: Record<Verdict, IconName> = {
  correct: 'tick',
  wrong: 'strike',
  suspect: 'question',
  unreadable: 'dots',
  unanswered: 'brackets',
};

/** Verdicts differ by shape as well as by colour; the words stand beside it. */
export const VerdictSign = ({ of }: { of: Pick<ItemView, 'verdict' | 'correction'> }) => {
  const verdict = of.correction.corrected ? 'correct' : of.verdict;
  return (
    <View className={`verdict verdict-${verdict}`} aria-hidden>
      <Icon name={ICONS[verdict]} size="s" />
    </View>
  );
};
