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
  /** The whole name of its file, "hours.pdf"; with the topic it tells the document from all others. */
  readonly name: string;
  /** What its answers cite. */
  readonly title: string;
  /** `folder` documents follow the files of DESK_DIR; `upload` ones were given by the manager. */
  readonly origin: 'folder' | 'upload';
  readonly characters: number;
  readonly passages: number;
  readonly addedAt: string;
}

export interface NewDocument {
  readonly topic: Topic;
  readonly name: string;
  readonly title: string;
  readonly origin: 'folder' | 'upload';
  readonly text: string;
  /** The file that the text was made of, to be converted anew when conversion has become better. */
  readonly original?: KeptOriginal | undefined;
}

export interface KeptOriginal {
  /** As it was given, compressed with gzip. */
  readonly gzip: Uint8Array;
  /** The version of the conversion that made the text. */
  readonly converter: number;
}

/** A document that was taken in, and the one in whose place it came. */
export interface TakenDocument extends DocumentInfo {
  readonly replaced?: Pick<DocumentInfo, 'name' | 'characters' | 'addedAt'> | undefined;
}

/** A passage as it is stored. */
export interface StoredPassage {
  readonly id: number;
  readonly topic: string;
  readonly document: string;
  /** The document's. */
  readonly title: string;
  readonly path: string;
  readonly start: number;
  readonly text: string;
  /** What it is about, a byte a number; undefined until it was computed by the model that runs. [384] */
  readonly vector?: Int8Array | undefined;
}

/** Some of a list, and how many the whole has. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What a manager may say of a topic. */
export interface TopicChange {
  readonly title?: string | undefined;
  readonly synonyms?: readonly string[] | undefined;
  readonly examples?: readonly string[] | undefined;
  /** Its place among the topics: 1 for the first. */
  readonly position?: number | undefined;
}

/** The desk's own texts, as they are stored. Each method throws AssistantError `store-failed` when the store does not answer. */
export interface DocumentStore {
  /** In the manager's order, then by title. */
  topics(): Promise<readonly Topic[]>;
  /** By id, title or synonym, however it is written; undefined when there is none, the first by title of several. */
  findTopic(name: string): Promise<Topic | undefined>;
  /** All topics that go by a name. */
  topicsNamed(name: string): Promise<readonly Topic[]>;
  /** Changes what is said of a topic; undefined when there is none. */
  changeTopic(id: string, change: TopicChange): Promise<Topic | undefined>;
  documents(): Promise<readonly DocumentInfo[]>;
  /** Some of them, by topic and title. */
  documentPage(limit: number, offset: number): Promise<Page<DocumentInfo>>;
  /** The whole text of a document. */
  text(documentId: string): Promise<string | undefined>;
  /** The file that a document was made of, where it was kept. */
  original(documentId: string): Promise<KeptOriginal | undefined>;
  /** Documents whose text was made by an older conversion than this, and whose file was kept. */
  convertedBefore(converter: number): Promise<readonly DocumentInfo[]>;
  /** Adds a document, in the place of one of the same topic and name; a new topic is made with it. */
  put(document: NewDocument): Promise<TakenDocument>;
  /** Cuts all documents into passages anew; the number of passages. */
  reindex(): Promise<number>;
  /** Removes a document, and its topic with the last one; false when there is none. */
  remove(documentId: string): Promise<boolean>;
  /** Moves with every change of topics, documents and passages. */
  version(): Promise<number>;
  /** All passages, with the vectors that a model computed. */
  passages(model: string): Promise<readonly StoredPassage[]>;
  /** Keeps vectors of passages by their ids; those that are gone meanwhile are left out. */
  putVectors(model: string, vectors: ReadonlyMap<number, Int8Array>): Promise<void>;
}

/** The desk's own texts, and what is found in them. */
export interface Library extends DocumentStore {
  /** The passages of a topic that fit a question, best first; none when nothing fits. */
  search(topicId: string, question: string, limit: number): Promise<readonly Passage[]>;
  /** The passages of a topic to read for an answer, best first: all of a small topic, else the best. */
  passagesFor(topicId: string, question: string): Promise<readonly Passage[]>;
  /** Resolves when everything stored is found by its meaning too. */
  settled(): Promise<void>;
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
