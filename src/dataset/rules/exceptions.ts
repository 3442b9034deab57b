import { join } from 'node:path';
import { z } from 'zod';
import { integer, pick, shuffle, type Random } from '../random';
import { readYaml, wordings } from '../read-yaml';
import { answerYesNo, type Ask, type Statement } from './statement';

const kindSchema = z.strictObject({
  items: z.array(z.string()).min(6),
  texts: z.array(z.tuple([z.string(), z.string(), z.string()])).min(1),
  asks: wordings,
  against: z.array(z.string()),
  good: wordings,
  bad: wordings,
});
export type Exceptions = readonly z.infer<typeof kindSchema>[];

/** Reads data/desk/polarity/exceptions.yaml. Throws with the place when it breaks its format. */
export function readExceptions(deskFolder: string): Exceptions {
  return readYaml(join(deskFolder, 'polarity', 'exceptions.yaml'), z.array(kindSchema));
}

/** "Beans and roses may be planted, but bamboo may not", asked about something of either side. */
export function stateException(exceptions: Exceptions, random: Random): Statement {
  const kind = pick(random, exceptions);
  const items = shuffle(random, kind.items);
  const allowed = items.slice(0, integer(random, 2, 3));
  const denied = items.slice(3, 3 + integer(random, 1, 2));
  const clauses = pick(random, kind.texts).map((part) => part.replace('{yes}', listed(allowed)).replace('{no}', listed(denied)));
  const isDeniedFirst = denied.some((item) => clauses[0]?.includes(item));
  const text = clauses.join('');
  const [good, bad] = isDeniedFirst ? [clauses[2], clauses[0]] : [clauses[0], text];
  const sides = [
    { item: pick(random, allowed), isAllowed: true, evidence: good },
    { item: pick(random, denied), isAllowed: false, evidence: bad },
  ];
  const asks = sides.map(({ item, isAllowed, evidence }): Ask => {
    const isAgainst = kind.against.length > 0 && random() < 0.3;
    const said = pick(random, isAllowed ? kind.good : kind.bad).replace('{i}', item);
    return {
      question: pick(random, isAgainst ? kind.against : kind.asks).replace('{i}', item.toLowerCase()),
      answer: answerYesNo(isAllowed !== isAgainst, said),
      ...(evidence === undefined ? {} : { evidence }),
    };
  });
  return { text, asks };
}

function listed(items: readonly string[]): string {
  return items.length === 1 ? String(items[0]) : `${items.slice(0, -1).join(', ')} and ${String(items.at(-1))}`;
}
