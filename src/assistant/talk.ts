import type { Assistant } from './assistant';
import type { Answer, Found, Session, Topic } from './ports';
import type { Replies } from './replies/replies';
import { META_ACTS, NOTE_ACTS, SOCIAL_ACTS, TOPIC_ACTS, type Act } from './utterances/lexicon';

/** What a person said, and where. */
export interface Said {
  readonly utterance: string;
  /** What the channel knows it to be already; the utterance is then the note, the topic's name or the question itself. */
  readonly as?: Act | 'question' | undefined;
  /** Without one nothing is remembered. */
  readonly sessionId?: string | undefined;
  /** A text to read instead of the desk's. */
  readonly context?: string | undefined;
  /** A topic for this utterance alone; the session keeps its own. */
  readonly topic?: string | undefined;
  /** The language of what is said beside answers, such as "en-GB". */
  readonly locale?: string | undefined;
  /** Whether to tell what the decoder looked at. */
  readonly explain?: boolean | undefined;
  /** Is told the evidence before the sentence is worded. */
  readonly onEvidence?: ((found: Found) => void) | undefined;
}

export const UTTERANCE_KINDS = ['question', 'follow-up', 'social', 'conversation', 'note', 'topic', 'person', 'nonsense'] as const;
export type UtteranceKind = (typeof UTTERANCE_KINDS)[number];

/** What is said back, the same for every channel. */
export interface Reply {
  readonly kind: UtteranceKind;
  /** Which courtesy, command or talk about the talk it was; absent for questions. */
  readonly act?: Act | 'empty';
  /** The whole reply, to be shown or spoken. */
  readonly reply: string;
  /** The full question that a follow-up was taken for; several are joined by " | ". */
  readonly understoodAs?: string;
  /** One for each question that was heard; empty when there was none. */
  readonly answers: readonly Answer[];
  /** What can be asked next, or the topics to choose from. */
  readonly suggestions: readonly string[];
  /** The person wants to end the conversation. */
  readonly end?: true;
}

/** An utterance while it is being answered. */
export interface Talk {
  readonly assistant: Assistant;
  readonly said: Said;
  readonly session: Session;
  readonly topics: readonly Topic[];
  readonly act: Act | 'question' | 'empty';
  /** The question, the note, the topic's name. */
  readonly text: string;
  readonly replies: Replies;
}

/** What a use case says, and what the session becomes by it. */
export interface Outcome {
  readonly reply: Reply;
  readonly change?: (session: Session) => Session;
}

const KINDS = new Map<string, UtteranceKind>([
  ...SOCIAL_ACTS.map((act) => [act, 'social'] as const),
  ...META_ACTS.map((act) => [act, 'conversation'] as const),
  ...NOTE_ACTS.map((act) => [act, 'note'] as const),
  ...TOPIC_ACTS.map((act) => [act, 'topic'] as const),
  ['person', 'person'],
  ['empty', 'nonsense'],
]);

export function kindOf(act: Talk['act']): UtteranceKind {
  return KINDS.get(act) ?? 'question';
}

/** A reply without answers. */
export function say(act: Act | 'empty', reply: string, more: { suggestions?: readonly string[]; end?: true } = {}): Reply {
  return { kind: kindOf(act), act, reply, answers: [], suggestions: [], ...more };
}
