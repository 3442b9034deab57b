import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHARACTERS_PER_WORD, FORM_FEATURES, describeForm } from '../text/forms';
import { COMPARISONS, compareQuantities } from '../text/quantities/compare';
import { findQuantities } from '../text/quantities/quantities';
import { evidenceWindow, splitSentences, type TokenRange } from '../text/sentences';
import { withQuestionMark } from '../text/spoken';
import { tokenize, type Token } from '../text/tokens';
import { END, START_PLAIN, START_SPOKEN, type Vocabulary } from '../text/vocabulary';
import type { CharacterSpan, Reading, ReadingQuestion } from './reading';

const LONGEST_CONTEXT = 400;
const LONGEST_QUESTION = 40;
const LONGEST_TARGET = 32;
const LONGEST_SPAN = 30;

type Column = Int32Array | Uint8Array;

/** Columns of one row per form, context or question; docs/training.md lists them. */
const QUESTION_COLUMNS = [
  'context',
  'offset',
  'length',
  'spanStart',
  'spanEnd',
  'windowStart',
  'windowEnd',
  'targetOffset',
  'targetLength',
  'comparedOffset',
  'comparedLength',
  'style',
  'source',
] as const;
type QuestionRow = Readonly<Record<(typeof QUESTION_COLUMNS)[number], number>>;

/**
 * Turns readings into the integer arrays that the trainer reads. A token is the row number of its form; a form row
 * holds its word, its lower-case and match-key groups, flags and characters. Nothing of the text pipeline is left
 * for the trainer to do.
 */
export class ShardWriter {
  private readonly formIds = new Map<string, number>();
  private readonly lowerIds = new Map<string, number>();
  private readonly matchIds = new Map<string, number>();
  private readonly forms: number[][] = [];
  private readonly characters: Uint8Array[] = [];
  private readonly tokens: number[] = [];
  private readonly contexts: number[] = [];
  private readonly questions: QuestionRow[] = [];
  /** Of all questions: token * comparisons + comparison. */
  private readonly compared: number[] = [];
  private readonly sources: string[] = [];
  private readonly ids: string[] = [];
  /** Full answers given up because the decoder could neither say nor copy one of their words. */
  unreachable = 0;

  constructor(private readonly vocabulary: Vocabulary) {
    vocabulary.words.slice(0, END + 1).forEach((special) => this.formId(special));
  }

  get questionCount(): number {
    return this.questions.length;
  }

  add(reading: Reading): void {
    const headings = reading.path === undefined ? '' : `${reading.path}\n`;
    const text = headings + reading.context;
    const tokens = tokenize(text).slice(0, LONGEST_CONTEXT);
    const inHeadings = tokens.filter((token) => token.start < headings.length).length;
    if (tokens.length === inHeadings) return;
    const sentences = splitSentences(text, tokens);
    const context = this.contexts.length / 3;
    const contextForms = tokens.map((token) => this.formId(token.text));
    this.contexts.push(...this.append(contextForms), inHeadings);
    for (const question of reading.questions) {
      this.addQuestion(reading, moved(question, headings.length), context, tokens, contextForms, sentences);
    }
  }

  private addQuestion(
    reading: Reading,
    question: ReadingQuestion,
    context: number,
    tokens: readonly Token[],
    contextForms: readonly number[],
    sentences: readonly TokenRange[],
  ): void {
    const span = question.evidence && tokenSpan(tokens, question.evidence);
    if (question.evidence && (!span || span.end - span.start > LONGEST_SPAN)) return;
    const asked = tokenize(withQuestionMark(question.text)).slice(0, LONGEST_QUESTION);
    if (asked.length === 0) return;
    const words = asked.map((token) => this.formId(token.text));
    const compared = compareQuantities(findQuantities(tokens), findQuantities(asked)).map(
      ({ token, comparison }) => token * COMPARISONS.length + comparison,
    );
    const window = span ? evidenceWindow(sentences, span) : { start: 0, end: 0 };
    const source = [...contextForms.slice(window.start, window.end), ...words];
    const target = span && question.sentence !== undefined ? this.target(question.sentence, source) : [];
    const [offset, length] = this.append(words);
    const [targetOffset, targetLength] = this.append(target);
    const comparedOffset = this.compared.push(...compared) - compared.length;
    this.ids.push(question.id);
    this.questions.push({
      context,
      offset,
      length,
      targetOffset,
      targetLength,
      comparedOffset,
      comparedLength: compared.length,
      spanStart: span ? span.start : -1,
      spanEnd: span ? span.end - 1 : -1,
      windowStart: window.start,
      windowEnd: window.end,
      style: question.style === 'spoken' ? START_SPOKEN : START_PLAIN,
      source: this.sourceId(reading.source),
    });
  }

  /** Forms of the sentence to say, in the casing the decoder will see again when it speaks; empty when out of reach. */
  private target(sentence: string, source: readonly number[]): number[] {
    const words = tokenize(sentence);
    if (words.length >= LONGEST_TARGET) return [];
    const byLower = new Map(source.map((form) => [this.forms[form]?.[1], form]));
    const target: number[] = [];
    for (const { text } of words) {
      const lower = text.toLowerCase().replace(/’/gu, "'");
      const wordId = this.vocabulary.id(lower);
      const copied = byLower.get(this.lowerIds.get(lower) ?? -1);
      if (wordId > END && wordId < this.vocabulary.generatorSize) target.push(this.formId(this.vocabulary.spoken(wordId)));
      else if (copied !== undefined) target.push(copied);
      else {
        this.unreachable += 1;
        return [];
      }
    }
    return [...target, END];
  }

  private formId(text: string): number {
    const known = this.formIds.get(text);
    if (known !== undefined) return known;
    const form = describeForm(text, this.vocabulary);
    const id = this.forms.length;
    this.formIds.set(text, id);
    this.forms.push([form.wordId, groupId(this.lowerIds, form.lower), groupId(this.matchIds, form.matchKey), ...form.features]);
    this.characters.push(id <= END ? new Uint8Array(CHARACTERS_PER_WORD) : form.characters);
    return id;
  }

  private sourceId(source: string): number {
    const known = this.sources.indexOf(source);
    return known >= 0 ? known : this.sources.push(source) - 1;
  }

  private append(forms: readonly number[]): [number, number] {
    const offset = this.tokens.length;
    for (const form of forms) this.tokens.push(form);
    return [offset, forms.length];
  }

  /** Writes `shard.json` (names, types and places of the arrays) and `shard.bin` into the folder. */
  write(folder: string): void {
    const columns: Record<string, Column> = {
      'form.word': Int32Array.from(this.forms, (row) => row[0] ?? 0),
      'form.lower': Int32Array.from(this.forms, (row) => row[1] ?? 0),
      'form.match': Int32Array.from(this.forms, (row) => row[2] ?? 0),
      'form.features': Uint8Array.from(this.forms.flatMap((row) => row.slice(3, 3 + FORM_FEATURES))),
      'form.characters': Uint8Array.from(this.characters.flatMap((row) => [...row])),
      tokens: Int32Array.from(this.tokens),
      contexts: Int32Array.from(this.contexts),
      compared: Int32Array.from(this.compared),
    };
    for (const name of QUESTION_COLUMNS) columns[`question.${name}`] = Int32Array.from(this.questions, (row) => row[name]);
    let offset = 0;
    const arrays = Object.entries(columns).map(([name, column]) => {
      const entry = { name, type: column instanceof Uint8Array ? 'uint8' : 'int32', offset, length: column.length };
      offset += column.byteLength + ((4 - (column.byteLength % 4)) % 4);
      return entry;
    });
    const bytes = Buffer.alloc(offset);
    Object.values(columns).forEach((column, index) => {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), arrays[index]?.offset);
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'shard.bin'), bytes);
    const { vocabulary } = this;
    const header = {
      arrays,
      sources: this.sources,
      generatorSize: vocabulary.generatorSize,
      vocabularySize: vocabulary.size,
      yes: vocabulary.id('yes'),
      no: vocabulary.id('no'),
    };
    writeFileSync(join(folder, 'shard.json'), `${JSON.stringify(header, null, 2)}\n`);
    writeFileSync(join(folder, 'ids.txt'), `${this.ids.join('\n')}\n`);
    writeFileSync(join(folder, 'forms.txt'), `${[...this.formIds.keys()].join('\n')}\n`);
  }
}

/** The question with its evidence so many characters further on. */
function moved(question: ReadingQuestion, by: number): ReadingQuestion {
  const { evidence } = question;
  return evidence ? { ...question, evidence: { start: evidence.start + by, end: evidence.end + by } } : question;
}

function groupId(groups: Map<string, number>, key: string): number {
  const known = groups.get(key);
  if (known !== undefined) return known;
  groups.set(key, groups.size);
  return groups.size - 1;
}

/** The tokens that a character span touches. */
function tokenSpan(tokens: readonly Token[], span: CharacterSpan): TokenRange | undefined {
  const start = tokens.findIndex((token) => token.end > span.start);
  const after = tokens.findIndex((token) => token.start >= span.end);
  const end = after < 0 ? tokens.length : after;
  const lastToken = tokens.at(-1);
  if (start < 0 || end <= start || !lastToken || lastToken.end < span.end) return undefined;
  return { start, end };
}
