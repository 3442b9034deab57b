import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { askAboutOpening, type PolarStatement } from './opening-hours';
import { integer, pick, shuffle, type Random } from './random';
import type { Reading, ReadingQuestion } from './reading';

const lines = z.array(z.string()).min(1);
const fileSchema = z.strictObject({
  lists: z.record(z.string(), lines),
  relations: z.array(z.strictObject({ of: z.string(), positive: lines, negative: lines, yes: lines, no: lines })).min(2),
});
export type Polarity = z.infer<typeof fileSchema>;
type Relation = Polarity['relations'][number];

/** Reads data/desk/polarity/relations.yaml. Throws with the place when it breaks its format. */
export function readPolarity(deskFolder: string): Polarity {
  const result = fileSchema.safeParse(parse(readFileSync(join(deskFolder, 'polarity', 'relations.yaml'), 'utf8')));
  if (!result.success) throw new Error(`relations.yaml: ${z.prettifyError(result.error)}`);
  return result.data;
}

const STRAY_QUESTIONS = 1;

/**
 * Composes a paragraph of rules, each allowing or forbidding, having or lacking something, with yes/no questions about
 * them. Nouns are drawn apart from the polarity, so that nothing but the words of the rule tells the answer.
 */
export function composeRules(polarity: Polarity, random: Random, serial: number): Reading {
  const used = new Set<string>();
  const statements: PolarStatement[] = Array.from({ length: integer(random, 2, 5) }, () => stateRule(polarity, random, used));
  if (random() < 0.6) statements.push(askAboutOpening(random));
  let context = '';
  const questions = shuffle(random, statements).flatMap(({ text, asks }, index): ReadingQuestion[] => {
    const start = context === '' ? 0 : context.length + 1;
    context += `${context === '' ? '' : ' '}${capital(asSentence(text))}`;
    const evidence = { start, end: start + text.length };
    return asks.map(({ question, answer }, n) => ({
      id: `rule-${serial}-${index}-${n}`,
      text: question,
      evidence,
      sentence: asSentence(answer),
      style: 'spoken' as const,
      golds: [text],
    }));
  });
  const strays = Array.from({ length: STRAY_QUESTIONS }, (_, n) => {
    const relation = pick(random, polarity.relations);
    const text = fill(pick(random, [...relation.yes, ...relation.no]), fresh(polarity, relation, random, used));
    return { id: `rule-${serial}-stray-${n}`, text, golds: [] };
  });
  return { source: 'desk-polarity', title: `rule-${serial}`, context, questions: [...questions, ...strays] };
}

function stateRule(polarity: Polarity, random: Random, used: Set<string>): PolarStatement {
  const relation = pick(random, polarity.relations);
  const x = fresh(polarity, relation, random, used);
  const isPositive = random() < 0.5;
  const text = fill(pick(random, isPositive ? relation.positive : relation.negative), x);
  const direct = { question: fill(pick(random, relation.yes), x), answer: asSentence(`${isPositive ? 'Yes' : 'No'}, ${text}`) };
  const reverse = { question: fill(pick(random, relation.no), x), answer: asSentence(`${isPositive ? 'No' : 'Yes'}, ${text}`) };
  return { text, asks: random() < 0.4 ? [direct, reverse] : [random() < 0.75 ? direct : reverse] };
}

/** A noun of the relation's list that the paragraph does not speak of yet. */
function fresh(polarity: Polarity, relation: Relation, random: Random, used: Set<string>): string {
  const left = (polarity.lists[relation.of] ?? []).filter((noun) => !used.has(noun));
  const noun = pick(random, left);
  used.add(noun);
  return noun;
}

function fill(template: string, x: string): string {
  return template.replaceAll('{x}', x);
}

function asSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
