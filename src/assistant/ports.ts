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

/** The desk's own texts. All but the reading of topics throws AssistantError `store-failed` when the disk does. */
export interface Library {
  topics(): readonly Topic[];
  /** By id, title or synonym, however it is written; undefined when there is none, the first by title of several. */
  findTopic(name: string): Topic | undefined;
  /** All topics that go by a name. */
  topicsNamed(name: string): readonly Topic[];
  /** The passages of a topic that fit the question best, best first. */
  search(topicId: string, question: string, limit: number): readonly Passage[];
  documents(): readonly DocumentInfo[];
  /** Some of them, by topic and title. */
  documentPage(limit: number, offset: number): Page<DocumentInfo>;
  /** The whole text of a document. */
  text(documentId: string): string | undefined;
  /** Adds a document, in the place of one of the same topic and title; a new topic is made with it. */
  put(document: NewDocument): DocumentInfo;
  /** Cuts all documents into passages anew and rebuilds the search; the number of passages. */
  reindex(): number;
  /** Removes a document, and its topic with the last one; false when there is none. */
  remove(documentId: string): boolean;
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

/** Keys to what is not for everybody. */
export interface KeyRing {
  isEmpty(): boolean;
  /** A new key; it cannot be read again. */
  create(role: Role): string;
  /** The role of a key, or undefined when it is none of ours. */
  roleOf(key: string): Role | undefined;
  list(): readonly KeyInfo[];
  /** False when there is no such key. */
  revoke(id: string): boolean;
}

export type SessionContext = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'topic'; readonly topic: string };

/** What is remembered of a visitor. */
export interface Session {
  readonly context?: SessionContext;
  readonly lastAnswer?: Answer;
  readonly visits: number;
}

/** Sessions that survive restarts. Throws AssistantError `store-failed`. */
export interface SessionStore {
  get(id: string): Session;
  put(id: string, session: Session): void;
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
  add(judged: JudgedAnswer): void;
  list(limit: number, offset: number): Page<JudgedAnswer>;
  addUnanswered(question: string): void;
  unanswered(limit: number, offset: number): Page<UnansweredQuestion>;
  /** Forgets a question that the texts answer by now. */
  removeUnanswered(question: string): void;
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
  readonly attention?: Attention;
  /** The check that objected to the sentence the model made, so that the text itself is spoken. */
  readonly check?: string;
  readonly model: string;
  readonly elapsedMs: number;
}

/** The plain text of a file. Throws AssistantError `document-unreadable` or `document-too-large`. */
export type ExtractText = (name: string, bytes: Uint8Array) => Promise<string>;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;
