import type { TokenRange } from '../../text/sentences';
import type { Processor } from './processor';

const ASKS_FOR_TIME = /\b(?:when|what time|how late|how early|until|till)\b/iu;
const ASKS_FOR_END = /\b(?:ends?|closes?|shuts?|until|till|how late|latest|last|finish(?:es)?|stops?|over)\b/iu;
const ASKS_FOR_START = /\b(?:starts?|begins?|opens?|earliest|how early|first)\b/iu;
/** "When are you open" asks for both ends. */
const ASKS_FOR_BOTH = /\b(?:is|are|'s|'re)\b.*\bopen\b/iu;

/**
 * The evidence within a range of time, "from seven to half past ten", fitted to what is asked for: its first time for when something
 * starts, its last for when it ends, else the whole. Any other evidence stays. The network finds the range, and is often one end off.
 */
export const fitTimeRange: Processor = {
  name: 'fit-time-range',
  fitEvidence(evidence: TokenRange, { passage, question: { text: question } }): TokenRange {
    if (!ASKS_FOR_TIME.test(question)) return evidence;
    const range = passage.quantities.find(
      ({ start, end, times, ends }) =>
        ends && times.length > 0 && evidence.start >= start - 1 && evidence.end <= end && evidence.end > start,
    );
    if (!range?.ends) return evidence;
    if (ASKS_FOR_END.test(question)) return range.ends[1];
    if (ASKS_FOR_START.test(question) && !ASKS_FOR_BOTH.test(question)) return range.ends[0];
    const isOpened = /^(?:from|between)$/iu.test(passage.tokens[range.start - 1]?.text ?? '');
    return { start: isOpened ? range.start - 1 : range.start, end: range.end };
  },
};
