/** Where a passage answers a question. Offsets count UTF-16 units of that passage. */
export interface Finding {
  readonly answerable: boolean;
  /** Probability that the passage answers the question. */
  readonly confidence: number;
  readonly evidence: { readonly text: string; readonly start: number; readonly end: number };
}

/** What the decoder looked at: for each word it spoke, its weight on each place of the passage; they sum to 1. */
export interface Attention {
  readonly places: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly words: readonly { readonly word: string; readonly weights: readonly number[] }[];
}

/** What the network says about one passage. */
export interface PassageAnswer extends Finding {
  readonly sentence: string;
  /** True when the text itself is spoken, since the decoder's own sentence was not supported by it. */
  readonly quoted: boolean;
  readonly attention: Attention;
}

/** The trained network, warm. */
export interface AnswerModel {
  readonly version: string;
  readonly engine: string;
  /** Finds the evidence. Throws AssistantError `busy` when too many questions wait and `too-slow` past the deadline. */
  find(question: string, passage: string): Promise<Finding>;
  /** Finds it and words the answer. Throws as {@link find} does. */
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
  readonly model: string;
  readonly elapsedMs: number;
}

/** The plain text of a file. Throws AssistantError `document-unreadable` or `document-too-large`. */
export type ExtractText = (name: string, bytes: Uint8Array) => Promise<string>;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;
