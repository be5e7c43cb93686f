import { View } from '../../../shared/ui/primitives';

interface Props {
  words: string | null;
  /** In the colour of this verdict. */
  as?: string;
}

/** What came of a write. It is there before its words, so that a screen reader hears them come. */
export const Said = ({ words, as = '' }: Props) => (
  <View role="status" className={words === null ? '' : `redo-outcome ${as && `redo-outcome-${as}`}`}>
    {words}
  </View>
);
