import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { toSpokenForm } from '../text/spoken';
import { integer, pick, shuffle, type Random } from './random';
import { readYaml, wordings } from './read-yaml';
import type { Reading, ReadingQuestion } from './reading';
import { SLOT_GENERATORS } from './slot-values';

const askSchema = z.object({
  questions: wordings,
  answers: wordings,
  short: z.string().optional(),
  evidence: z.literal('statement').optional(),
});
const factSchema = z.object({
  id: z.string(),
  excludes: z.string().optional(),
  slots: z.record(z.string(), z.string()).default({}),
  statements: wordings,
  asks: z.array(askSchema).optional(),
  ...askSchema.partial().shape,
});
const venueSchema = z.object({
  venue: z.string(),
  names: wordings,
  lists: z.record(z.string(), wordings).default({}),
  facts: z.array(factSchema).min(4),
});

type Ask = z.infer<typeof askSchema>;
type Fact = z.infer<typeof factSchema>;
export type Venue = z.infer<typeof venueSchema>;

/** Reads the venues of data/desk/grammar. Throws with the file and the place when one breaks the format of SPEC.md. */
export function readVenues(deskFolder: string): Venue[] {
  const folder = join(deskFolder, 'grammar');
  return readdirSync(folder)
    .sort()
    .map((file) => readYaml(join(folder, file), venueSchema));
}

interface FilledFact {
  readonly fact: Fact;
  readonly values: ReadonlyMap<string, string>;
  readonly statement: string;
  readonly start: number;
}

/** Composes a paragraph of four to nine facts of one venue, with a question or two about most of them and two that it does not answer. */
export function composeReading(venue: Venue, random: Random, serial: number): Reading {
  const chosen = chooseFacts(venue, random);
  const name = pick(random, venue.names);
  let context = opening(name, random);
  const used = new Set<string>();
  const filled = chosen.map((fact): FilledFact => {
    const values = fillSlots(fact, venue, random, used);
    const statement = fill(pick(random, fact.statements), values);
    if (context) context += pick(random, [' ', ' ', ' ', '\n']);
    const start = context.length;
    context += statement;
    return { fact, values, statement, start };
  });
  const id = `${venue.venue}-${serial}`;
  const questions = shuffle(random, filled)
    .slice(0, 5)
    .flatMap((entry) => askAbout(entry, random, id));
  const missing = Array.from({ length: MISSING_QUESTIONS }, () => askMissing(venue, chosen, random, id)).flat();
  return { source: 'desk-grammar', title: id, context, questions: [...questions, ...missing] };
}

const MISSING_QUESTIONS = 2;

function chooseFacts(venue: Venue, random: Random): Fact[] {
  const wanted = integer(random, 4, 9);
  const groups = new Set<string>();
  const chosen: Fact[] = [];
  for (const fact of shuffle(random, venue.facts)) {
    if (chosen.length === wanted) break;
    if (fact.excludes !== undefined && groups.has(fact.excludes)) continue;
    if (fact.excludes !== undefined) groups.add(fact.excludes);
    chosen.push(fact);
  }
  return chosen;
}

function opening(name: string, random: Random): string {
  const title = name.replace(/^the /u, 'The ');
  return pick(random, [
    '',
    '',
    '',
    `Welcome to ${name}.`,
    `${title} is glad to have you.`,
    `Information for visitors of ${name}.`,
    `${title}: what you need to know.`,
    `A note from ${name}.`,
  ]);
}

function fillSlots(fact: Fact, venue: Venue, random: Random, used: Set<string>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [slot, kind] of Object.entries(fact.slots)) {
    const list = venue.lists[kind];
    const generator = SLOT_GENERATORS[kind];
    if (!list && !generator) throw new Error(`${venue.venue}, ${fact.id}: there is neither a list nor a generator "${kind}".`);
    let value = '';
    for (let attempt = 0; attempt < 20 && (value === '' || used.has(value)); attempt += 1) {
      value = list ? pick(random, list) : (generator?.(random) ?? '');
    }
    used.add(value);
    values.set(slot, value);
  }
  return values;
}

/** Fills slots; a value that ends in "p.m." swallows the full stop that follows it. */
function fill(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{([a-z_0-9]+)\}/gu, (_, slot: string) => values.get(slot) ?? '').replace(/\.m\.\./gu, '.m.');
}

function askAbout(entry: FilledFact, random: Random, id: string): ReadingQuestion[] {
  return asksOf(entry.fact).flatMap((ask, index) => {
    const evidence = evidenceOf(ask, entry);
    if (!evidence) return [];
    return [
      {
        id: `${id}-${entry.fact.id}-${index}`,
        text: questionOf(ask, entry.values, random),
        evidence,
        sentence: fill(pick(random, ask.answers), entry.values),
        style: 'spoken' as const,
      },
    ];
  });
}

function asksOf(fact: Fact): Ask[] {
  if (fact.asks) return fact.asks;
  return fact.questions && fact.answers
    ? [{ questions: fact.questions, answers: fact.answers, short: fact.short, evidence: fact.evidence }]
    : [];
}

function evidenceOf(ask: Ask, entry: FilledFact): { start: number; end: number } | undefined {
  const short = ask.short === undefined ? '' : fill(ask.short, entry.values);
  const at = short ? entry.statement.toLowerCase().indexOf(short.toLowerCase()) : -1;
  if (at >= 0) return { start: entry.start + at, end: entry.start + at + short.length };
  if (ask.evidence !== 'statement') return undefined;
  return { start: entry.start, end: entry.start + entry.statement.replace(/[.!]$/u, '').length };
}

function questionOf(ask: Ask, values: ReadonlyMap<string, string>, random: Random): string {
  const spoken = new Map([...values].map(([slot, value]) => [slot, toSpokenForm(value)]));
  return fill(pick(random, ask.questions), spoken);
}

/** A question of this venue about a fact that the paragraph leaves out. */
function askMissing(venue: Venue, chosen: readonly Fact[], random: Random, id: string): ReadingQuestion[] {
  const groups = new Set(chosen.map((fact) => fact.excludes));
  const absent = venue.facts.filter((fact) => !chosen.includes(fact) && (fact.excludes === undefined || !groups.has(fact.excludes)));
  if (absent.length === 0) return [];
  const fact = pick(random, absent);
  const ask = pick(random, asksOf(fact));
  return [{ id: `${id}-${fact.id}-missing`, text: questionOf(ask, fillSlots(fact, venue, random, new Set()), random), golds: [] }];
}
