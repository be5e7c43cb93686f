import { charts } from './charts.zh';
import './charts.scss';
import type { FigureProps } from './charts.types';

/** The drawing is one picture to a screen reader; its name carries the sentence, which is not said twice. */
export const Figure = ({ words, numbers, children, className = '' }: FigureProps) => (
  <figure className={`chart ${className}`}>
    <div className="chart-drawing" role="img" aria-label={charts.heard(words, numbers)}>
      {children}
    </div>
    <figcaption className="chart-words" aria-hidden>
      {words}
    </figcaption>
  </figure>
);
