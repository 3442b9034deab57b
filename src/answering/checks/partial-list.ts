import { FUNCTION_WORDS } from '../../text/function-words';
import type { Check } from './check';
import { isPolar } from './polarity';

const FEWEST_ITEMS = 3;

/** Of evidence that lists things, some are left out: all dates, all exceptions, all that is to be brought count. */
export const partialList: Check = {
  name: 'partial-list',
  objects({ words, evidence, items, question }) {
    if (items < FEWEST_ITEMS || isPolar(words)) return false;
    const spoken = new Map<string, number>();
    for (const { key } of words) spoken.set(key, (spoken.get(key) ?? 0) + 1);
    const asked = new Set(question.map(({ key }) => key));
    return evidence.some(({ key, lower, text }) => {
      const left = spoken.get(key) ?? 0;
      spoken.set(key, left - 1);
      return left < 1 && !FUNCTION_WORDS.has(lower) && (!asked.has(key) || /\p{N}/u.test(text));
    });
  },
};
