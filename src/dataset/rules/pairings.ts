import { join } from 'node:path';
import { z } from 'zod';
import { toSpokenForm } from '../../text/spoken';
import { integer, pick, shuffle, type Random } from '../random';
import { readYaml, wordings } from '../read-yaml';
import { capitalized } from '../../text/sentences';
import type { Statement } from './statement';

const kindSchema = z
  .strictObject({
    names: wordings,
    values: wordings,
    first: wordings,
    next: wordings,
    asks: wordings,
    answers: wordings,
    reverse: wordings,
    reverse_answers: wordings,
  })
  .refine(({ first, next }) => first.length === next.length, '`next` needs a wording for each of `first`');
export type Pairings = readonly z.infer<typeof kindSchema>[];

/** Reads data/desk/polarity/pairings.yaml. Throws with the place when it breaks its format. */
export function readPairings(deskFolder: string): Pairings {
  return readYaml(join(deskFolder, 'polarity', 'pairings.yaml'), z.array(kindSchema));
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Two to four pairs in one sentence ("the otters are fed at eleven, the wolves at two"), each asked for from either side. */
export function statePairings(pairings: Pairings, random: Random): Statement {
  const kind = pick(random, pairings);
  const names = shuffle(random, kind.names).slice(0, integer(random, 2, 4));
  const values = shuffle(random, kind.values);
  const pairs = names.map((name, index): Pair => ({ name, value: values[index] ?? '' }));
  const wording = integer(random, 0, kind.first.length - 1);
  const parts = pairs.map((pair, index) => fill((index === 0 ? kind.first : kind.next)[wording] ?? '', pair));
  const text = `${parts.slice(0, -1).join(', ')}${pick(random, [' and ', ', ', ', and '])}${parts.at(-1) ?? ''}`;
  const asks = shuffle(random, pairs).map((pair) => {
    const isForward = random() < 0.75;
    return {
      question: toSpokenForm(fill(pick(random, isForward ? kind.asks : kind.reverse), pair)),
      answer: capitalized(fill(pick(random, isForward ? kind.answers : kind.reverse_answers), pair)),
      evidence: isForward ? pair.value : pair.name,
    };
  });
  return { text, asks: asks.filter(({ evidence }) => text.split(evidence).length === 2) };
}

function fill(template: string, { name, value }: Pair): string {
  return template.replaceAll('{n}', name).replaceAll('{N}', capitalized(name)).replaceAll('{v}', value);
}
