/** A piece of a text short enough to be read at once. */
export interface Passage {
  readonly text: string;
  /** The headings it stands under, like "Prices > Day tickets": read as context that cannot be evidence. */
  readonly path?: string;
  /** Offset of the passage in its document. */
  readonly start: number;
  /** What the answer cites: a document's title, "the given text", "your notes". */
  readonly source: string;
}

/** Where some passages answer a question. Offsets count UTF-16 units of the passage's own text. */
export interface Finding {
  /** Index of the passage that answers; -1 when there is nothing to read. */
  readonly passage: number;
  readonly answerable: boolean;
  /** Probability that the passage answers the question. */
  readonly confidence: number;
  readonly evidence: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    /** The sentence that holds it, and the same with its neighbours. */
    readonly sentence: string;
    readonly around: string;
  };
}

/** What the decoder looked at: for each word it spoke, its weight on each place of the passage; they sum to 1. */
export interface Attention {
  readonly places: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly words: readonly { readonly word: string; readonly weights: readonly number[] }[];
}

/** What the network says. */
export interface ModelAnswer extends Finding {
  /** Empty when the passages do not answer the question, unless an explanation was asked for. */
  readonly sentence: string;
  /** The check that objected to the decoder's own sentence; the text itself is spoken instead. */
  readonly check?: string;
  /** The processors that changed what was chosen. */
  readonly processors: readonly string[];
  /** When an explanation was asked for. */
  readonly attention?: Attention;
}

export interface AnswerOptions {
  /** Tells the attention, and words an answer even when the passages do not seem to hold one. */
  readonly explain?: boolean | undefined;
  /** Is told the evidence before the sentence is worded. */
  readonly onEvidence?: ((found: Finding) => void) | undefined;
  /** Questions of different callers take turns. One without is of the common line. */
  readonly caller?: string | undefined;
  /** Processors and checks left out, by name. */
  readonly without?: readonly string[] | undefined;
}

/** The trained network, warm. Throws AssistantError `busy` when there is no time for one more question and `too-slow` past the deadline. */
export interface AnswerModel {
  readonly version: string;
  readonly engine: string;
  /** Answers from the passage that is surest to hold the answer. */
  answer(question: string, passages: readonly Pick<Passage, 'text' | 'path'>[], options?: AnswerOptions): Promise<ModelAnswer>;
  /** What texts are about, for search: a vector of unit length for each. [n, 384] */
  vectors(texts: readonly string[]): Promise<Float32Array[]>;
  /** Has passages encoded in the background, so that the first question about them need not wait for it. */
  prepare(passages: readonly Pick<Passage, 'text' | 'path'>[]): void;
  close(): Promise<void>;
}

/** The topic that stands for all of them. */
export const EVERYTHING = 'everything';

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly synonyms: readonly string[];
  /** Questions that its texts answer, to suggest to visitors. */
  readonly examples: readonly string[];
}

/** A text of the library, as a list shows it. */
export interface DocumentInfo {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  /** `folder` documents follow the files of DESK_DIR; `upload` ones were given by the manager. */
  readonly origin: 'folder' | 'upload';
  readonly characters: number;
  readonly passages: number;
  readonly addedAt: string;
}

export interface NewDocument {
  readonly topic: Topic;
  readonly title: string;
  readonly origin: 'folder' | 'upload';
  readonly text: string;
}

/** Some of a list, and how many the whole has. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** The desk's own texts. Each method throws AssistantError `store-failed` when the store does not answer. */
export interface Library {
  topics(): Promise<readonly Topic[]>;
  /** By id, title or synonym, however it is written; undefined when there is none, the first by title of several. */
  findTopic(name: string): Promise<Topic | undefined>;
  /** All topics that go by a name. */
  topicsNamed(name: string): Promise<readonly Topic[]>;
  /** The passages of a topic that fit the question best, best first. */
  search(topicId: string, question: string, limit: number): Promise<readonly Passage[]>;
  documents(): Promise<readonly DocumentInfo[]>;
  /** Some of them, by topic and title. */
  documentPage(limit: number, offset: number): Promise<Page<DocumentInfo>>;
  /** The whole text of a document. */
  text(documentId: string): Promise<string | undefined>;
  /** Adds a document, in the place of one of the same topic and title; a new topic is made with it. */
  put(document: NewDocument): Promise<DocumentInfo>;
  /** Cuts all documents into passages anew and rebuilds the search; the number of passages. */
  reindex(): Promise<number>;
  /** Removes a document, and its topic with the last one; false when there is none. */
  remove(documentId: string): Promise<boolean>;
}

/** What a key is for; each role may do what the ones before it may. */
export const ROLES = ['visitor', 'manager', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface KeyInfo {
  /** Names the key in lists; it opens nothing. */
  readonly id: string;
  readonly role: Role;
  readonly createdAt: string;
}

/** Keys to what is not for everybody. Throws AssistantError `store-failed`. */
export interface KeyRing {
  isEmpty(): Promise<boolean>;
  /** A new key; it cannot be read again. */
  create(role: Role): Promise<string>;
  /** The role of a key, or undefined when it is none of ours. */
  roleOf(key: string): Promise<Role | undefined>;
  list(): Promise<readonly KeyInfo[]>;
  /** False when there is no such key. */
  revoke(id: string): Promise<boolean>;
}

export type SessionContext =
  | { readonly kind: 'text'; readonly text: string }
  /** A topic that was chosen in conversation is left at the moment `until`. */
  | { readonly kind: 'topic'; readonly topic: string; readonly until?: number };

/** A question of a session as it was understood, and what was said to it. */
export interface Turn {
  readonly question: string;
  readonly answer: string;
  readonly answerable: boolean;
  /** The words of the text that answered it, and the document they stand in; empty when nothing did. */
  readonly evidence: string;
  readonly source: string;
  readonly at: number;
}

/** A sentence that a visitor wants to be remembered. */
export interface PersonalNote {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

/** What is remembered of a visitor. */
export interface Session {
  readonly context?: SessionContext;
  /** The last questions, the newest last. */
  readonly turns: readonly Turn[];
  readonly notes: readonly PersonalNote[];
  readonly lastAnswer?: Answer;
  /** What was said last, to be repeated. */
  readonly lastReply?: string;
  /** How many replies were given. */
  readonly replies: number;
  readonly visits: number;
}

export const NEW_SESSION: Session = { turns: [], notes: [], replies: 0, visits: 0 };

/** Sessions that survive restarts. Throws AssistantError `store-failed`. */
export interface SessionStore {
  /** A new session when there is none of that id. */
  get(id: string): Promise<Session>;
  /** Changes a session in one step, so that nothing of another change is lost; what it has become. */
  update(id: string, change: (session: Session) => Session): Promise<Session>;
  /** Forgets a visitor; false when there was nothing to forget. */
  remove(id: string): Promise<boolean>;
}

/** What the desk's manager sets. */
export interface DeskSettings {
  /** What the desk is called: "Harbour View Hotel". */
  readonly name?: string | undefined;
  /** What is said to who wants to talk to a person, and after a question that the texts do not answer. */
  readonly handOver?: string | undefined;
}

/** The settings of one desk. Throws AssistantError `store-failed`. */
export interface DeskSettingsStore {
  get(): Promise<DeskSettings>;
  put(settings: DeskSettings): Promise<void>;
}

/** A question with the answer that the manager wrote; it outranks the texts. */
export interface FixedAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** The fixed answers of one desk. Throws AssistantError `store-failed`. */
export interface FixedAnswerStore {
  list(): Promise<readonly FixedAnswer[]>;
  /** Adds one, or changes the one of that id; undefined when there is none of it. */
  put(given: { readonly id?: string | undefined; readonly question: string; readonly answer: string }): Promise<FixedAnswer | undefined>;
  /** False when there is none. */
  remove(id: string): Promise<boolean>;
}

/** How long and how much is kept of what visitors did. */
export interface Kept {
  readonly sessionDays: number;
  readonly feedbackDays: number;
  /** Undefined: until they are revoked. */
  readonly keyDays: number | undefined;
  /** Of each kind; the oldest leave. */
  readonly most: number;
}

/** How many of each were removed. */
export type Removed = Readonly<Record<'sessions' | 'feedback' | 'unanswered' | 'keys', number>>;

/** What is left of a limit. */
export interface LimitState {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until the limit is whole again. */
  readonly resetMs: number;
}

/** Counts what is limited. */
export interface RateLimits {
  /** Takes points from the `most` that a key has in a window of seconds. */
  consume(key: string, points: number, most: number, seconds: number): Promise<LimitState>;
}

/** Where the answer stands. Offsets count UTF-16 units of the document named by `source`. */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly source: string;
  /** The sentence that holds it, and the same with its neighbours. */
  readonly sentence: string;
  readonly around: string;
}

export interface JudgedAnswer {
  readonly sessionId: string;
  readonly verdict: 'right' | 'wrong';
  readonly betterAnswer?: string | undefined;
  readonly answer: Answer;
}

/** A question that the texts did not answer, and how often it was asked. */
export interface UnansweredQuestion {
  readonly question: string;
  readonly times: number;
  readonly lastAsked: string;
}

/** What visitors thought of answers, and what could not be answered; the newest first. Throws AssistantError `store-failed`. */
export interface FeedbackLog {
  /** Keeps a verdict, in the place of an earlier one of the same visitor on the same answer. */
  add(judged: JudgedAnswer): Promise<void>;
  list(limit: number, offset: number): Promise<Page<JudgedAnswer>>;
  addUnanswered(question: string): Promise<void>;
  unanswered(limit: number, offset: number): Promise<Page<UnansweredQuestion>>;
  /** Forgets a question that the texts answer by now. */
  removeUnanswered(question: string): Promise<void>;
}

export interface Answer {
  readonly question: string;
  /** The sentence to speak. */
  readonly answer: string;
  readonly shortAnswer: string;
  readonly answerable: boolean;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Why it was said, when that was asked for: the places are offsets of the document named by the evidence. */
  readonly attention?: Attention | undefined;
  /** The check that objected to the sentence the model made, so that the text itself is spoken. */
  readonly check?: string | undefined;
  readonly model: string;
  readonly elapsedMs: number;
}

/** What is known before the sentence is. */
export type Found = Pick<Answer, 'answerable' | 'confidence' | 'evidence'>;

/** The plain text of a file. Throws AssistantError `document-unreadable` or `document-too-large`. */
export type ExtractText = (name: string, bytes: Uint8Array) => Promise<string>;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;
