import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, shuffle, type Random } from '../random';
import { answerYesNo, type Ask, type Statement } from './statement';

/** Statements of one subject, in the order of the file. */
export type Theme = readonly Statement[];

/**
 * Reads data/desk/polarity/statements.txt: statement | questions answered with yes | questions answered with no, the
 * questions parted by semicolons, themes by blank lines. Throws with the line that breaks this.
 */
export function readThemes(deskFolder: string): Theme[] {
  const file = readFileSync(join(deskFolder, 'polarity', 'statements.txt'), 'utf8').replace(/^#.*\n/gmu, '');
  return file
    .trim()
    .split(/\n\s*\n/u)
    .map((block) => block.split('\n').map(toStatement));
}

function toStatement(line: string): Statement {
  const [text = '', yes, no, ...rest] = line.split('|').map((part) => part.trim());
  if (!text || yes === undefined || no === undefined || rest.length > 0)
    throw new Error(`statements.txt: "${line}" needs three parts with | between them.`);
  const written = text.charAt(0).toLowerCase() + text.slice(1);
  return { text: written, asks: [...asksOf(yes, true, written), ...asksOf(no, false, written)] };
}

function asksOf(questions: string, isYes: boolean, text: string): Ask[] {
  return questions
    .split(';')
    .map((question) => question.trim())
    .filter(Boolean)
    .map((question) => ({ question, answer: answerYesNo(isYes, text) }));
}

/** Some statements of a theme, each with two of its questions at most: as many with yes as with no. */
export function chooseStatements(theme: Theme, random: Random, count: number): { chosen: Statement[]; left: Statement[] } {
  const mixed = shuffle(random, theme);
  const chosen = mixed.slice(0, count).map(({ text, asks }) => ({ text, asks: chooseAsks(asks, random) }));
  return { chosen, left: mixed.slice(count) };
}

function chooseAsks(asks: readonly Ask[], random: Random): Ask[] {
  const [yes, no] = [true, false].map((isYes) => asks.filter(({ answer }) => answer.startsWith('Yes') === isYes));
  const sides = [yes ?? [], no ?? []].filter((side) => side.length > 0);
  const kept = random() < 0.5 ? sides : [pick(random, sides)];
  return kept.map((side) => pick(random, side));
}
