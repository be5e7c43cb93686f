export { normalise } from './glyphs';
export { expectedAnswer, judge, judgeAnswer, judgeReading, type Judgement, type Reading } from './judge';
