import type { ItemView } from '@wuhao/contracts';

export interface NumberedItem {
  item: ItemView;
  /** 1-based, in reading order over all pages. */
  number: number;
}

export const numbered = (items: ItemView[]): NumberedItem[] =>
  items.map((item, index) => ({ item, number: index + 1 }));

/** Right at once, or put right: nothing is left to look at. */
export const isSettled = ({ verdict, correction }: ItemView): boolean =>
  verdict === 'correct' || correction.corrected;
