import { join } from 'node:path';
import { z } from 'zod';
import { integer, pick, type Random } from '../random';
import { readYaml, wordings } from '../read-yaml';
import { CLOCKS, spokenHour } from './clock';
import { answerYesNo, type Ask, type Statement } from './statement';

const timeSchema = z.strictObject({
  from: z.array(z.string()),
  until: wordings,
  between: wordings,
  quiet: wordings.optional(),
  asks: wordings,
  said: z.string(),
});
export type Times = readonly z.infer<typeof timeSchema>[];

/** Reads data/desk/polarity/times.yaml. Throws with the place when it breaks its format. */
export function readTimes(deskFolder: string): Times {
  return readYaml(join(deskFolder, 'polarity', 'times.yaml'), z.array(timeSchema));
}

/** Until, from or between which hours something may be done, with two questions whether it may at some hour. */
export function stateTime(times: Times, random: Random): Statement {
  const { from, until, between, quiet = [], asks, said } = pick(random, times);
  const kind = pick(
    random,
    [from, until, between, quiet].filter((texts) => texts.length > 0),
  );
  const isQuiet = kind === quiet;
  const starts = isQuiet ? integer(random, 19, 23) : integer(random, 6, 15);
  const ends = isQuiet ? integer(random, 5, 8) : integer(random, kind === until ? 9 : starts + 2, 22);
  const written = pick(random, CLOCKS);
  const fill = (template: string): string => template.replace('{f}', written(starts)).replace('{t}', written(ends));
  const ask = (): Ask => {
    const asked = hourNear(pick(random, kind === from ? [starts] : kind === until ? [ends] : [starts, ends]), random);
    const isAfter = kind === until || asked >= starts;
    const isBefore = kind === from || asked < ends;
    const isAllowed = isQuiet ? !isAfter && !isBefore : isAfter && isBefore;
    const hours = kind === from ? 'from {f}' : kind === until ? 'until {t}' : 'from {f} to {t}';
    const told = isQuiet ? `${isAllowed ? 'just not' : 'not'} ${hours}` : `${said} ${hours}`;
    return { question: pick(random, asks).replace('{a}', spokenHour(asked, random)), answer: answerYesNo(isAllowed, fill(told)) };
  };
  return { text: fill(pick(random, kind)), asks: [ask(), ask()] };
}

/** A half hour or more before or after. */
function hourNear(hour: number, random: Random): number {
  const apart = integer(random, 1, 10) / 2;
  return Math.min(23.5, Math.max(5, random() < 0.5 ? hour + apart : hour - apart));
}
