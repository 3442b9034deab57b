import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locateEvidence } from './evidence';
import { pick, type Random } from './random';
import type { Reading, ReadingQuestion } from './reading';

interface RawAnswer {
  readonly q: string;
  /** As it stands in the text. */
  readonly short: string;
  /** The sentence to speak. */
  readonly full: string;
}

interface RawDeskText {
  readonly id: string;
  readonly title: string;
  readonly context: string;
  readonly qas: readonly RawAnswer[];
  readonly unanswerable: readonly string[];
}

interface RawDialogue {
  readonly id: string;
  readonly title: string;
  readonly context: string;
  readonly turns: readonly (RawAnswer & {
    readonly kind: 'first' | 'follow_up' | 'correction' | 'new_topic' | 'two_part' | 'unanswerable' | 'social';
    readonly rewritten: string;
  })[];
}

/** A whole desk: its passages, and questions that name theirs. */
export interface Desk {
  readonly id: string;
  readonly passages: readonly { readonly path: string; readonly text: string }[];
  readonly qas: readonly (RawAnswer & { readonly passage: number })[];
  readonly unanswerable: readonly string[];
  readonly social: readonly string[];
  readonly nonsense: readonly string[];
}

/** All lines of the JSONL files of a folder, in the order of their names. */
function readFolder<Row>(folder: string): Row[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Row);
}

function answered(id: string, context: string, { q, short, full }: RawAnswer): ReadingQuestion[] {
  const evidence = locateEvidence(context, short, -1);
  return evidence ? [{ id, text: q, evidence, sentence: full, style: 'spoken', golds: [short] }] : [];
}

/** The hand-written desk texts of data/desk/natural, one reading a text; `title` holds the text's id. */
export function readDeskTexts(deskFolder: string): Reading[] {
  return readFolder<RawDeskText>(join(deskFolder, 'natural')).map(({ id, title, context, qas, unanswerable }) => {
    const missing = unanswerable.map((text, index) => ({ id: `${id}-u${index}`, text, golds: [] }));
    const questions = [...qas.flatMap((qa, index) => answered(`${id}-${index}`, context, qa)), ...missing];
    return { source: 'desk-natural', title: id, path: title, context, questions };
  });
}

/**
 * The conversations of data/desk/dialogues, one reading each. A follow-up is asked as its full question, and as it was said after
 * the question before it; talk that asks for nothing has no answer.
 */
export function readDialogues(deskFolder: string): Reading[] {
  return readFolder<RawDialogue>(join(deskFolder, 'dialogues')).map(({ id, context, turns }) => {
    let before = '';
    const questions = turns.flatMap((turn, index): ReadingQuestion[] => {
      const name = `${id}-${index}`;
      if (turn.kind === 'two_part') return [];
      if (turn.kind === 'social') return [{ id: name, text: turn.q, golds: [] }];
      const whole = { ...turn, q: turn.rewritten };
      const joined = { ...turn, q: `${before} ${turn.q}` };
      const follows = before !== '' && turn.q !== turn.rewritten;
      before = turn.rewritten;
      const ask = (suffix: string, asked: RawAnswer): ReadingQuestion[] =>
        turn.kind === 'unanswerable' ? [{ id: name + suffix, text: asked.q, golds: [] }] : answered(name + suffix, context, asked);
      return [...ask('', whole), ...(follows ? ask('-after', joined) : [])];
    });
    return { source: 'desk-dialogue', title: id, context, questions };
  });
}

export function readDesks(deskFolder: string): Desk[] {
  return readFolder<Desk>(join(deskFolder, 'desks'));
}

/** How many passages of its desk that do not answer it a question is asked of besides the one that does. */
const WRONG_PASSAGES = 3;

/**
 * A desk's passages, one reading each, with the questions that they answer, and some that another one does: what the reader has to
 * refuse when it reads several passages for one question.
 */
export function readingsOfDesk(desk: Desk, random: Random): Reading[] {
  const asked = desk.passages.map((): ReadingQuestion[] => []);
  const askOthers = (id: string, text: string, home: number | undefined): void => {
    const others = desk.passages.map((_, index) => index).filter((index) => index !== home);
    for (let n = 0; n < WRONG_PASSAGES && others.length > 0; n += 1) {
      const [other = 0] = others.splice(others.indexOf(pick(random, others)), 1);
      asked[other]?.push({ id: `${id}-p${other}`, text, golds: [] });
    }
  };
  desk.qas.forEach((qa, index) => {
    const id = `${desk.id}-${index}`;
    asked[qa.passage]?.push(...answered(id, desk.passages[qa.passage]?.text ?? '', qa));
    askOthers(id, qa.q, qa.passage);
  });
  for (const kind of ['unanswerable', 'social', 'nonsense'] as const) {
    desk[kind].forEach((text, index) => askOthers(`${desk.id}-${kind}-${index}`, text, undefined));
  }
  return desk.passages.map(({ path, text }, index) => ({
    source: 'desk-passages',
    title: desk.id,
    path,
    context: text,
    questions: asked[index] ?? [],
  }));
}

/** The ids of the texts, conversations and desks that are kept out of training, whole. */
export function readHeldOut(deskFolder: string): ReadonlySet<string> {
  return new Set(readFileSync(join(deskFolder, 'held-out.txt'), 'utf8').split('\n').filter(Boolean));
}
