import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWhether } from './ask-whether';
import { dictateReading, speakQuestion } from './augment';
import { buildVocabulary } from './build-vocabulary';
import { readAnswerSentences, readCorpus, readSquadSentences } from './corpora';
import { readDesks, readDeskTexts, readDialogues, readHeldOut, readingsOfDesk } from './desk-corpus';
import { composeReading, readVenues } from './desk-grammar';
import { composeRules, readRules, type Rules } from './rules/compose-rules';
import { pick, seededRandom, type Random } from './random';
import type { Reading, ReadingQuestion } from './reading';
import { ShardWriter } from './shard';
import { amongStrangers, cutSentences, otherFigures } from './vary';
import { composeTable, readTableThemes } from './tables';
import { Vocabulary } from '../text/vocabulary';

/** How often a hand-written desk text was trained on for the model shipped. */
export const DESK_REPEATS = 4;

export interface PrepareOptions {
  /** Folder of the public corpora (`train/`, `dev/`). Without it only the desk corpus is used. */
  readonly dataFolder?: string;
  readonly deskFolder: string;
  readonly outFolder: string;
  readonly seed: number;
  /** How many paragraphs the desk grammar composes; each brings about five questions. */
  readonly grammarParagraphs: number;
  /** How many paragraphs of rules are composed, each with about seven questions, most of them yes/no. */
  readonly ruleParagraphs: number;
  /** How many tables are composed; each brings about seven questions. */
  readonly tables: number;
  /** Which share of the public corpora's contexts is taken. */
  readonly publicShare: number;
  /** How often each hand-written desk text stands in the training shard, each time spoken anew. */
  readonly deskRepeats: number;
  /** Words with pretrained vectors, most frequent first, one a line. */
  readonly knownWordsFile?: string;
  /** Words of an earlier model, to go on training it. */
  readonly vocabularyFile?: string;
  readonly onProgress: (step: string, done: number, total: number) => void;
}

const BREADTH = [
  'fairytaleqa',
  'clapnq-dev',
  'onestopqa',
  'qamr',
  'qed-nq',
  'multispanqa-nq',
  'squadshifts-amazon',
  'squadshifts-reddit',
  'dolly-context',
  'dstc9-hotel-faq',
  'dstc11-reviews',
];
const DICTATED_SHARE = 0.08;
const CUT_SHARE = 0.15;
const WHETHER_SHARE = 0.4;
const STRANGERS_SHARE = 0.4;
const PATH_SHARE = 0.4;
/** Each desk's questions are asked of other wrong passages each time. */
const DRAWS_OF_WRONG_PASSAGES = 2;
/** Paragraphs of rules that the yes/no head alone is trained on, to those that the network is. */
const UNSEEN_SHARE = 0.4;

/** Reads the corpora, augments them and writes `vocabulary.txt`, `train/`, `rules/` and the `dev-*` shards into the out folder. */
export function prepare(options: PrepareOptions): void {
  const random = seededRandom(options.seed);
  const heldOut = readHeldOut(options.deskFolder);
  const isHeldOut = (reading: Reading): boolean => heldOut.has(reading.title);
  const desk = readDeskTexts(options.deskFolder);
  const dialogues = readDialogues(options.deskFolder);
  const desks = readDesks(options.deskFolder);
  const passages = Array.from({ length: DRAWS_OF_WRONG_PASSAGES }, () => desks.flatMap((whole) => readingsOfDesk(whole, random))).flat();
  const [written, untold] = split([...desk, ...dialogues, ...passages], isHeldOut);
  options.onProgress('desk texts', desk.length, desk.length);
  const rules = readRules(options.deskFolder);
  const composed = [
    ...composeFacts(options, random),
    ...composeParagraphs(rules, options.ruleParagraphs, random),
    ...composeTables(options, random),
  ];
  const open =
    options.dataFolder === undefined ? [] : someOf(readPublic(options.dataFolder, options.onProgress), options.publicShare, random);
  const training = [...open, ...composed, ...written];

  const vocabulary = loadVocabulary(options, training);
  mkdirSync(options.outFolder, { recursive: true });
  writeFileSync(join(options.outFolder, 'vocabulary.txt'), vocabulary.toString());

  const train = new ShardWriter(vocabulary);
  let done = 0;
  const total = training.length;
  for (const reading of augmented(open, composed, written, options.deskRepeats, random)) {
    train.add(reading);
    done += 1;
    if (done % 500 === 0) options.onProgress('training shard', Math.min(done, total), total);
  }
  train.write(join(options.outFolder, 'train'));
  options.onProgress(`training shard: ${train.questionCount} questions, ${train.unreachable} sentences out of reach`, total, total);

  const unseen = Math.ceil(UNSEEN_SHARE * options.ruleParagraphs);
  writeShard(vocabulary, join(options.outFolder, 'rules'), composeParagraphs(rules, unseen, random));
  for (const [name, source] of [
    ['desk', 'desk-natural'],
    ['passages', 'desk-passages'],
  ] as const) {
    const chosen = untold.filter((reading) => reading.source === source);
    writeShard(vocabulary, join(options.outFolder, `dev-${name}`), source === 'desk-natural' ? chosen.map(withoutPath) : chosen);
  }
  for (const name of options.dataFolder === undefined ? [] : ['squad11-dev-a', 'squad20-dev-a']) {
    writeShard(vocabulary, join(options.outFolder, `dev-${name}`), readCorpus(options.dataFolder ?? '', `dev/${name}.jsonl.gz`));
  }
  options.onProgress('dev shards', 1, 1);
}

function loadVocabulary(options: PrepareOptions, training: readonly Reading[]): Vocabulary {
  if (options.vocabularyFile !== undefined) return Vocabulary.parse(readFileSync(options.vocabularyFile, 'utf8'));
  const known =
    options.knownWordsFile !== undefined && existsSync(options.knownWordsFile)
      ? readFileSync(options.knownWordsFile, 'utf8').split('\n').filter(Boolean)
      : [];
  return buildVocabulary(training, known);
}

function readPublic(folder: string, onProgress: PrepareOptions['onProgress']): Reading[] {
  const sentences = readSquadSentences(folder);
  const files = ['squad11-train', 'squad20-train-unanswerable', ...BREADTH];
  const readings = files.flatMap((name, index) => {
    onProgress(`reading ${name}`, index, files.length);
    return readCorpus(folder, `train/${name}.jsonl.gz`, sentences);
  });
  return [...mergeByContext(readings), ...readAnswerSentences(folder)];
}

/** Joins the questions that different files ask about the same context, so that it is encoded once for all of them. */
function mergeByContext(readings: readonly Reading[]): Reading[] {
  const merged = new Map<string, Reading>();
  for (const reading of readings) {
    const known = merged.get(reading.context);
    merged.set(reading.context, known ? { ...known, questions: [...known.questions, ...reading.questions] } : reading);
  }
  return [...merged.values()].filter((reading) => reading.questions.length > 0);
}

function composeFacts(options: PrepareOptions, random: Random): Reading[] {
  const venues = readVenues(options.deskFolder);
  return Array.from({ length: options.grammarParagraphs }, (_, serial) => {
    if (serial % 1000 === 0) options.onProgress('composing desk paragraphs', serial, options.grammarParagraphs);
    return composeReading(pick(random, venues), random, serial);
  });
}

function composeTables(options: PrepareOptions, random: Random): Reading[] {
  const themes = readTableThemes(options.deskFolder);
  return Array.from({ length: options.tables }, (_, serial) => composeTable(pick(random, themes), random, serial));
}

function composeParagraphs(rules: Rules, count: number, random: Random): Reading[] {
  return Array.from({ length: count }, (_, serial) => composeRules(rules, random, serial));
}

function* augmented(
  open: readonly Reading[],
  composed: readonly Reading[],
  written: readonly Reading[],
  repeats: number,
  random: Random,
): Generator<Reading> {
  const eitherForm = (question: ReadingQuestion): ReadingQuestion[] => [random() < 0.5 ? question : speakQuestion(question, random)];
  for (const whole of withStrayQuestions(open, random)) {
    const reading = random() < CUT_SHARE ? cutSentences(whole, random) : whole;
    const asked = reading.questions.flatMap(eitherForm);
    const questions = [...asked, ...askWhether(reading, random).flatMap(eitherForm)];
    const path = reading.title !== '' && random() < PATH_SHARE ? { path: reading.title.replace(/_/gu, ' ') } : {};
    yield random() < DICTATED_SHARE ? dictateReading({ ...reading, questions }) : { ...reading, ...path, questions };
  }
  for (const reading of composed) yield random() < DICTATED_SHARE ? dictateReading(reading) : reading;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const reading of written) {
      const asked = repeat === 0 ? reading : vary(reading, pick(random, written), random);
      const form = random() < 2 * DICTATED_SHARE ? dictateReading(asked) : asked;
      yield reading.source === 'desk-passages' || random() < PATH_SHARE ? form : withoutPath(form);
    }
  }
}

/** A desk text as somebody else might have written and asked it. */
function vary(reading: Reading, other: Reading, random: Random): Reading {
  const questions = random() < WHETHER_SHARE ? [...reading.questions, ...askWhether(reading, random)] : reading.questions;
  const spoken = { ...reading, questions: questions.map((question) => speakQuestion(question, random)) };
  const cut = random() < 2 * CUT_SHARE ? cutSentences(spoken, random) : spoken;
  const among = random() < STRANGERS_SHARE ? amongStrangers(cut, other, random) : cut;
  return random() < 0.5 ? otherFigures(among, random) : among;
}

/** Now and then a question about the paragraph before is asked of this one, which does not answer it. */
function* withStrayQuestions(readings: readonly Reading[], random: Random): Generator<Reading> {
  let before: Reading | undefined;
  for (const reading of readings) {
    const isNeighbour = before?.source === reading.source && before.title === reading.title && reading.source === 'squad11-train';
    const answered = isNeighbour && before ? before.questions.filter((question) => question.evidence) : [];
    if (answered.length === 0) yield reading;
    else {
      const { id, text } = pick(random, answered);
      yield { ...reading, questions: [...reading.questions, { id: `${id}-stray`, text, golds: [] }] };
    }
    before = reading;
  }
}

/** Those of which it is not so, and those of which it is. */
function split<Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter((item) => !is(item)), items.filter(is)];
}

function someOf<Item>(items: readonly Item[], share: number, random: Random): Item[] {
  return items.filter(() => random() < share);
}

function withoutPath({ path: _, ...reading }: Reading): Reading {
  return reading;
}

function writeShard(vocabulary: Vocabulary, folder: string, readings: readonly Reading[]): void {
  const shard = new ShardWriter(vocabulary);
  for (const reading of readings) shard.add(reading);
  shard.write(folder);
}
