import type { Attention, Finding, PassageAnswer } from '../assistant/ports';
import { FUNCTION_WORDS } from '../text/function-words';
import { evidenceWindow, splitSentences, type TokenRange } from '../text/sentences';
import { withQuestionMark } from '../text/spoken';
import { beamSearch, type BeamOptions, type Hypothesis, type RepetitionLimit } from './beam-search';
import { Embedder } from './embedder';
import { objection, rewrite } from './guard';
import { concat, fromRows, rowRange, sigmoid } from './matrix';
import type { Ops } from './ops';
import { Reader, type EncodedText, type Reading } from './reader';
import { Speaker, selectStates, type Topic } from './speaker';
import { fitTimeRange } from './time-range';
import { chooseSpan } from './span';
import { LruCache } from './lru-cache';
import type { ModelFiles } from './weights';
import { likeliestWords, writeSentence, type SpokenWord } from './wording';

const ENCODED_CONTEXTS = 32;
const RECENT_LOOKS = 8;
const LONGEST_CONTEXT = 600;
const DEFAULT_BEAMS: BeamOptions = { beams: 4, longest: 32, lengthPenalty: 1 };

const NOTHING_FOUND: Finding = { answerable: false, confidence: 0, evidence: { text: '', start: 0, end: 0 } };

/** A context read with a question in mind. */
interface Look {
  readonly context: EncodedText;
  readonly asked: EncodedText;
  readonly reading: Reading;
  readonly span: TokenRange;
}

/** The whole network: reads a context with a question in mind, finds the evidence, words the answer, checks it. */
export class Seq2Seq {
  readonly version: string;
  readonly engine: string;
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly speaker: Speaker;
  private readonly threshold: number;
  private readonly looks = new LruCache<string, Look>(RECENT_LOOKS);
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

  /**
   * Where a context of up to {@link LONGEST_CONTEXT} tokens answers the question (what is longer is read to there), and
   * how likely it does at all.
   */
  find(question: string, contextText: string): Finding {
    const look = this.look(question, contextText);
    return look ? this.finding(look) : NOTHING_FOUND;
  }

  /** The same with the sentence to speak. A reading that {@link find} has just done is not done again. */
  answer(question: string, contextText: string): PassageAnswer {
    const look = this.look(question, contextText);
    if (!look) return { ...NOTHING_FOUND, sentence: '', quoted: false, attention: { places: [], words: [] } };
    const found = this.finding(look);
    const window = evidenceWindow(splitSentences(look.context.text, look.context.tokens), look.span);
    const passage = cut(look.context, window).text;
    const spoken = this.speak(look, window);
    const sentence = writeSentence(spoken.words, look.context);
    const meanLogProbability = spoken.logProbability / (spoken.words.length + 1);
    const said = { sentence, question, passage, evidence: found.evidence.text, meanLogProbability };
    const reason = objection(said);
    return {
      ...found,
      sentence: reason === undefined ? sentence : rewrite(reason, said),
      quoted: reason !== undefined,
      attention: attentionOf(look.context, window, spoken.words),
    };
  }

  private look(question: string, contextText: string): Look | undefined {
    if (!/\S/u.test(contextText) || !/\S/u.test(question)) return undefined;
    return this.looks.get(`${question}\n${contextText}`, () => {
      const context = this.encodeContext(contextText);
      const asked = this.encode(withQuestionMark(question));
      const reading = this.reader.read(context, asked);
      return { context, asked, reading, span: fitTimeRange(context.tokens, question, chooseSpan(this.reader, reading)) };
    });
  }

  private finding({ context, reading, span }: Look): Finding {
    const confidence = sigmoid(reading.answerableScore);
    return { answerable: confidence >= this.threshold, confidence, evidence: cut(context, span) };
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

  /** What the speaker attends to when it answers from a span of a context, which lies in a window of whole sentences. */
  topic(context: EncodedText, asked: EncodedText, reading: Reading, window: TokenRange, span: TokenRange): Topic {
    const { start, end } = window;
    const evidence = {
      hidden: concat(rowRange(context.hidden, start, end), rowRange(reading.memory, start, end)),
      words: this.embedder.wordVectors(context.forms.slice(start, end)),
      compared: rowRange(reading.compared, start, end),
      inside: Array.from({ length: end - start }, (_, index) => start + index >= span.start && start + index < span.end),
    };
    return this.speaker.open(evidence, { hidden: asked.hidden, words: this.embedder.wordVectors(asked.forms) });
  }

  private speak({ context, asked, reading, span }: Look, window: TokenRange): Hypothesis<SpokenWord> {
    const topic = this.topic(context, asked, reading, window, span);
    const sources = { context, window, question: asked, vocabulary: this.files.vocabulary };
    let state = this.speaker.begin(topic);
    return beamSearch<SpokenWord>(
      (parents, last) => {
        const forms = last.map((word) =>
          word === undefined ? this.embedder.opening : (this.embedder.embed([word.input])[0] ?? this.embedder.opening),
        );
        const inputs = fromRows(
          forms.map((form) => form.vector),
          this.embedder.opening.vector.length,
        );
        const next = this.speaker.next(topic, selectStates(state, parents), inputs);
        state = next.state;
        const wanted = last[0] === undefined ? { ...sources, yesScore: topic.yesScore } : sources;
        return parents.map((_, index) => likeliestWords(wanted, next, index, 2 * this.beams.beams));
      },
      this.beams,
      asOftenAs(context, span),
    );
  }

  /** Numbers held by the engine; flat between questions. */
  allocated(): number {
    return this.ops.allocated();
  }
}

/** Words of content are said as often as the evidence does, and once if it does not: "deck 3 is on deck 3" is no answer. */
function asOftenAs(context: EncodedText, { start, end }: TokenRange): RepetitionLimit {
  const evidence = context.forms.slice(start, end).map(({ lower }) => lower);
  return (key) => (FUNCTION_WORDS.has(key) ? Infinity : Math.max(1, evidence.filter((word) => word === key).length));
}

function cut(context: EncodedText, range: TokenRange): Finding['evidence'] {
  const start = context.tokens[range.start]?.start ?? 0;
  const end = context.tokens[range.end - 1]?.end ?? start;
  return { text: context.text.slice(start, end), start, end };
}

/** What the decoder looked at for each word, over the tokens of the evidence's sentences. */
function attentionOf(context: EncodedText, window: TokenRange, words: readonly SpokenWord[]): Attention {
  const places = context.tokens.slice(window.start, window.end).map(({ text, start, end }) => ({ text, start, end }));
  return {
    places,
    words: words.map(({ written, looks }) => ({ word: written, weights: [...looks].map((w) => Math.round(w * 1000) / 1000) })),
  };
}
