import { join } from 'node:path';
import { z } from 'zod';
import { cardinal } from '../../text/numbers';
import { integer, pick, type Random } from '../random';
import { readYaml, wordings } from '../read-yaml';
import { answerYesNo, type Statement } from './statement';

const limitSchema = z.strictObject({
  from: z.tuple([z.number(), z.number()]),
  keeps: z.enum(['above', 'below']),
  texts: wordings,
  asks: wordings,
  against: wordings,
  said: wordings,
});
export type Limits = readonly z.infer<typeof limitSchema>[];

const AGAINST_SHARE = 0.2;

/** Reads data/desk/polarity/limits.yaml. Throws with the place when it breaks its format. */
export function readLimits(deskFolder: string): Limits {
  return readYaml(join(deskFolder, 'polarity', 'limits.yaml'), z.array(limitSchema));
}

/** A limit on age, weight, number or time, with two questions whether some number keeps it. */
export function stateLimit(limits: Limits, random: Random): Statement {
  const { from, keeps, texts, asks, against, said } = pick(random, limits);
  const limit = integer(random, ...from);
  const written = inFigures(limit, random);
  const text = pick(random, texts).replace('{n}', written);
  const ask = (): { question: string; answer: string } => {
    const isAgainst = random() < AGAINST_SHARE;
    const asked = numberNear(limit, random);
    const isKept = keeps === 'above' ? asked >= limit : asked <= limit;
    const question = pick(random, isAgainst ? against : asks)
      .replace('{m}', inFigures(asked, random))
      .replace(/\ba (?=eigh|eleven|8|11|18)/u, 'an ');
    return { question, answer: answerYesNo(isKept !== isAgainst, pick(random, said).replace('{n}', written)) };
  };
  return { text, asks: [ask(), ask()] };
}

/** The limit itself, or a number above or below it, often a near one. */
function numberNear(limit: number, random: Random): number {
  const apart = random() < 0.5 ? integer(random, 0, 2) : integer(random, 1, Math.max(2, Math.ceil(limit / 2)));
  return Math.max(2, random() < 0.5 ? limit + apart : limit - apart);
}

function inFigures(value: number, random: Random): string {
  return random() < 0.5 ? String(value) : cardinal(value);
}
