import { join } from 'node:path';
import { z } from 'zod';
import { pick, type Random } from '../random';
import { readYaml, wordings } from '../read-yaml';
import { askAbout, drawPeriod, type Period } from './calendar';
import { answerYesNo, asSentence, type Ask, type Statement } from './statement';

const activitySchema = z.strictObject({ does: z.string(), stops: z.string(), asks: wordings, whens: wordings });
type Activity = z.infer<typeof activitySchema>;
export type Seasons = readonly Activity[];

/** Reads data/desk/polarity/seasons.yaml. Throws with the place when it breaks its format. */
export function readSeasons(deskFolder: string): Seasons {
  return readYaml(join(deskFolder, 'polarity', 'seasons.yaml'), z.array(activitySchema));
}

/** Something that happens, or stops, on some days or in some months, asked for others: "from April to October", "in december". */
export function stateSeason(seasons: Seasons, random: Random): Statement {
  const activity = pick(random, seasons);
  const period = drawPeriod(random);
  const isStop = random() < 0.35;
  const said = isStop ? activity.stops : activity.does;
  const text = pick(random, [`${said} ${period.text}`, `${period.text} ${said}`, ...(isStop ? [] : [only(said, period)])]);
  const asks = [askFor(activity, period, isStop, random), askFor(activity, period, isStop, random)];
  if (isStop || random() < 0.6) return { text, asks };
  return { text, asks: [...asks, { question: pick(random, activity.whens), answer: asSentence(period.text), evidence: period.text }] };
}

function askFor({ does, stops, asks }: Activity, period: Period, isStop: boolean, random: Random): Ask {
  const { on, isCovered } = askAbout(period, random);
  const question = pick(random, asks).replace('{on}', on);
  if (isStop)
    return { question, answer: isCovered ? answerYesNo(false, `${stops} ${period.text}`) : asSentence(`Yes, except ${period.text}`) };
  if (isCovered) return { question, answer: answerYesNo(true, `${does} ${period.text}`) };
  return { question, answer: answerYesNo(false, pick(random, [only(does, period), only('', period)])) };
}

function only(said: string, { text }: Period): string {
  return `${said} ${text.endsWith('only') ? text : `only ${text}`}`.trim();
}
