import type { AnalyzedText } from '../../text/analyze';
import type { TokenRange } from '../../text/sentences';
import type { Processor } from './processor';

/** Asks for more than one thing, and for no quantity. */
const ASKS_FOR_SEVERAL = /\b(?:which|what|who)\b/iu;
const ASKS_FOR_QUANTITY = /\b(?:how (?:much|many|long|far|late|early|old|big)|when|what time|costs?|prices?|fees?|charges?|pay)\b/iu;
const FEWEST_ITEMS = 3;
/** Share of items that may hold a number: lists name things, rows of a table give values. */
const MOST_WITH_NUMBERS = 1 / 3;

/**
 * Evidence within a list, "Please bring: a towel; a padlock; shoes", is the whole list when several things may be asked for. The network
 * is content with the item that it likes best.
 */
export const wholeList: Processor = {
  name: 'whole-list',
  fitEvidence(evidence: TokenRange, { passage, question: { text: question } }): TokenRange {
    if (!ASKS_FOR_SEVERAL.test(question) || ASKS_FOR_QUANTITY.test(question)) return evidence;
    const sentence = passage.sentences.find(({ start, end }) => start <= evidence.start && evidence.end <= end);
    const items = sentence && itemsOf(passage, sentence);
    if (!items || items.length < FEWEST_ITEMS || evidence.end <= (items[0]?.start ?? 0)) return evidence;
    const withNumbers = items.filter((item) => passage.tokens.slice(item.start, item.end).some(({ text }) => /\p{N}/u.test(text)));
    if (withNumbers.length > MOST_WITH_NUMBERS * items.length) return evidence;
    const last = items.at(-1)?.end ?? evidence.end;
    return { start: items[0]?.start ?? evidence.start, end: /^[.!?]$/u.test(passage.tokens[last - 1]?.text ?? '') ? last - 1 : last };
  },
};

/** What stands between the semicolons of a sentence, after its lead-in. */
function itemsOf({ tokens }: AnalyzedText, { start, end }: TokenRange): TokenRange[] {
  const items: TokenRange[] = [];
  let begin = start;
  for (let index = start; index < end; index += 1) {
    const mark = tokens[index]?.text;
    if (mark === ':' && items.length === 0) begin = index + 1;
    else if (mark === ';') {
      items.push({ start: begin, end: index });
      begin = index + 1;
    }
  }
  if (items.length > 0 && begin < end) items.push({ start: begin, end });
  return items;
}
