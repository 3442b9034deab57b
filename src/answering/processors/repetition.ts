import { FUNCTION_WORDS } from '../../text/function-words';
import { digitsOf } from '../../text/numbers';
import type { Processor } from './processor';

/** No word twice in a row; digits of a code may be. */
export const noStammer: Processor = {
  name: 'stammer',
  weighWords(next, { said }) {
    const last = said.at(-1);
    if (last !== undefined && /\p{L}/u.test(last) && digitsOf(last) === undefined) next.change(last, 0);
  },
};

/** Never the same three words twice (Paulus et al. 2018). */
export const noRepeatedTrigram: Processor = {
  name: 'repeated-trigram',
  weighWords(next, { said }) {
    const [a, b] = said.slice(-2);
    if (a === undefined || b === undefined) return;
    said.slice(0, -2).forEach((word, index) => {
      if (word === a && said[index + 1] === b) next.change(said[index + 2] as string, 0);
    });
  },
};

/** Words of content are said as often as the evidence does, and once if it does not: "deck 3 is on deck 3" is no answer. */
export const repetitionLimit: Processor = {
  name: 'repetition-limit',
  weighWords(next, { said, evidence, reading }) {
    const held = reading.passage.forms.slice(evidence.start, evidence.end).map(({ lower }) => lower);
    for (const word of new Set(said)) {
      const limit = FUNCTION_WORDS.has(word) ? Infinity : Math.max(1, count(held, word));
      if (count(said, word) >= limit) next.change(word, 0);
    }
  },
};

function count(words: readonly string[], wanted: string): number {
  return words.filter((word) => word === wanted).length;
}
