export { normalise } from './glyphs';
export { expectedAnswer, judge, judgeAnswer, type Judgement } from './judge';
