import type { Processor } from './processor';

/** What the polarity head counts beside the decoder in yes or no; chosen on dev. */
const HEAD_WEIGHT = 2;

/**
 * Settles between "yes" and "no" before anything else is said, by the polarity head and the decoder together. Left open, the
 * search would choose the one that lets it go on more fluently, which is another question.
 */
export const settlePolarity: Processor = {
  name: 'settle-polarity',
  weighWords(next, { said, yes: yesScore }) {
    if (said.length > 0) return;
    const [yes, no] = [next.word('yes').probability, next.word('no').probability];
    const isYes = HEAD_WEIGHT * yesScore + Math.log(yes) - Math.log(no) > 0;
    next.change('yes', isYes ? yes + no : 0);
    next.change('no', isYes ? 0 : yes + no);
  },
};
