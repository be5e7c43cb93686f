import { Fragment } from 'react';
import { BETWEEN } from '../format/numbers.zh';
import { Text } from './primitives';

/** `20 题 · 约 15 分钟`: a line ends between two facts, not inside of one. */
export const Facts = ({ of }: { of: string }) =>
  of.split(BETWEEN).map((fact, n, { length }) => (
    <Fragment key={n}>
      {n > 0 && BETWEEN}
      {length > 1 ? <Text className="row-fact">{fact}</Text> : fact}
    </Fragment>
  ));
