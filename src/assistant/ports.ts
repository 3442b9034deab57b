/** What the network says about one passage. Offsets count UTF-16 units of that passage. */
export interface PassageAnswer {
  readonly sentence: string;
  readonly answerable: boolean;
  /** Probability that the passage answers the question. */
  readonly confidence: number;
  readonly evidence: { readonly text: string; readonly start: number; readonly end: number };
  /** True when the text itself is spoken, since the decoder's own sentence was not supported by it. */
  readonly quoted: boolean;
}

/** The trained network, warm. */
export interface AnswerModel {
  readonly version: string;
  readonly engine: string;
  /** Throws AssistantError `busy` when too many questions wait and `too-slow` past the deadline. */
  answer(question: string, passage: string): Promise<PassageAnswer>;
  close(): Promise<void>;
}

/** A piece of a text short enough to be read at once. */
export interface Passage {
  readonly text: string;
  /** Offset of the passage in its document. */
  readonly start: number;
  /** What the answer cites: a document's title, "the given text", "your notes". */
  readonly source: string;
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
  /** The whole text of a document. */
  text(documentId: string): string | undefined;
  /** Adds a document, in the place of one of the same topic and title; a new topic is made with it. */
  put(document: NewDocument): DocumentInfo;
  /** Removes a document, and its topic with the last one; false when there is none. */
  remove(documentId: string): boolean;
}

/** Keys that open what is the manager's. */
export interface KeyRing {
  isEmpty(): boolean;
  /** A new key; it cannot be read again. */
  create(): string;
  accepts(key: string): boolean;
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

/** What visitors thought of answers, and what could not be answered. Throws AssistantError `store-failed`. */
export interface FeedbackLog {
  add(judged: JudgedAnswer): void;
  /** The newest first. */
  list(limit: number): readonly JudgedAnswer[];
  addUnanswered(question: string): void;
  /** The newest first. */
  unanswered(limit: number): readonly UnansweredQuestion[];
}

export interface Answer {
  readonly question: string;
  /** The sentence to speak. */
  readonly answer: string;
  readonly shortAnswer: string;
  readonly answerable: boolean;
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly model: string;
  readonly elapsedMs: number;
}

/** The plain text of a file. Throws AssistantError `document-unreadable` or `document-too-large`. */
export type ExtractText = (name: string, bytes: Uint8Array) => Promise<string>;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;
