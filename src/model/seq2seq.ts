import type { PassageAnswer } from '../assistant/ports';
import { evidenceWindow, splitSentences, type TokenRange } from '../text/sentences';
import { beamSearch, type BeamOptions, type Hypothesis } from './beam-search';
import { Embedder } from './embedder';
import { objection, plainRewrite } from './guard';
import { concat, fromRows, rowRange, sigmoid } from './matrix';
import type { Ops } from './ops';
import { Reader, type EncodedText, type Reading } from './reader';
import { Speaker, selectStates } from './speaker';
import { chooseSpan, type ScoredSpan } from './span';
import { LruCache } from './lru-cache';
import type { ModelFiles } from './weights';
import { likeliestWords, writeSentence, type SpokenWord } from './wording';

const ENCODED_CONTEXTS = 32;
const LONGEST_CONTEXT = 600;
const DEFAULT_BEAMS: BeamOptions = { beams: 4, longest: 32, lengthPenalty: 1 };

/** The whole network: reads a context with a question in mind, finds the evidence, words the answer, checks it. */
export class Seq2Seq {
  readonly version: string;
  readonly engine: string;
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly speaker: Speaker;
  private readonly threshold: number;
  private readonly contexts = new LruCache<string, EncodedText>(ENCODED_CONTEXTS);

  constructor(
    private readonly ops: Ops,
    private readonly files: ModelFiles,
    private readonly beams: BeamOptions = DEFAULT_BEAMS,
  ) {
    this.version = files.manifest.version;
    this.engine = ops.engine;
    this.threshold = files.manifest.answerableThreshold;
    this.embedder = new Embedder(ops, files);
    this.reader = new Reader(ops, files);
    this.speaker = new Speaker(ops, files);
  }

  /** Answers from a context of up to {@link LONGEST_CONTEXT} tokens; what is longer is read to there. */
  answer(question: string, contextText: string): PassageAnswer {
    if (!/\S/u.test(contextText) || !/\S/u.test(question)) return nothingFound();
    const context = this.encodeContext(contextText);
    const asked = this.encode(question);
    const reading = this.reader.read(context, asked);
    const span = chooseSpan(this.reader, reading);
    const confidence = sigmoid(reading.answerableScore);
    const evidence = cut(context, span);

    const window = evidenceWindow(splitSentences(context.text, context.tokens), span);
    const passage = cut(context, window).text;
    const spoken = this.speak(context, asked, reading, span, window);
    const sentence = writeSentence(spoken.words, context);
    const meanLogProbability = spoken.logProbability / (spoken.words.length + 1);
    const quoted = objection({ sentence, question, passage, evidence: evidence.text, meanLogProbability }) !== undefined;
    return {
      sentence: quoted ? plainRewrite(passage, evidence.text) : sentence,
      answerable: confidence >= this.threshold,
      confidence,
      evidence,
      quoted,
    };
  }

  encode(text: string): EncodedText {
    return this.reader.encode(this.embedder.embedText(text));
  }

  private encodeContext(text: string): EncodedText {
    return this.contexts.get(text, () => {
      const embedded = this.embedder.embedText(text);
      const kept = { ...embedded, tokens: embedded.tokens.slice(0, LONGEST_CONTEXT), forms: embedded.forms.slice(0, LONGEST_CONTEXT) };
      return this.reader.encode(kept);
    });
  }

  private speak(
    context: EncodedText,
    question: EncodedText,
    reading: Reading,
    span: ScoredSpan,
    window: TokenRange,
  ): Hypothesis<SpokenWord> {
    const inside = Array.from({ length: window.end - window.start }, (_, index) => {
      const place = window.start + index;
      return place >= span.start && place < span.end;
    });
    const seen = concat(rowRange(context.hidden, window.start, window.end), rowRange(reading.memory, window.start, window.end));
    const topic = this.speaker.open(seen, inside, question.hidden);
    const sources = { context, window, question, vocabulary: this.files.vocabulary };
    let state = this.speaker.begin(topic);
    return beamSearch<SpokenWord>((parents, last) => {
      const forms = last.map((word) =>
        word === undefined ? this.embedder.opening : (this.embedder.embed([word.input])[0] ?? this.embedder.opening),
      );
      const inputs = fromRows(
        forms.map((form) => form.vector),
        this.embedder.opening.vector.length,
      );
      const next = this.speaker.next(topic, selectStates(state, parents), inputs);
      state = next.state;
      return parents.map((_, index) => likeliestWords(sources, next, index, 2 * this.beams.beams));
    }, this.beams);
  }

  /** Numbers held by the engine; flat between questions. */
  allocated(): number {
    return this.ops.allocated();
  }
}

function cut(context: EncodedText, range: TokenRange): PassageAnswer['evidence'] {
  const start = context.tokens[range.start]?.start ?? 0;
  const end = context.tokens[range.end - 1]?.end ?? start;
  return { text: context.text.slice(start, end), start, end };
}

function nothingFound(): PassageAnswer {
  return { sentence: '', answerable: false, confidence: 0, evidence: { text: '', start: 0, end: 0 }, quoted: false };
}
