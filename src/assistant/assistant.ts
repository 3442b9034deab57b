import type { AnswerModel, Clock, DeskSettingsStore, ExtractText, FeedbackLog, FixedAnswerStore, Library, SessionStore } from './ports';

/** What the use cases work with. */
export interface Assistant {
  readonly model: AnswerModel;
  readonly library: Library;
  readonly sessions: SessionStore;
  readonly feedback: FeedbackLog;
  readonly desk: DeskSettingsStore;
  readonly fixedAnswers: FixedAnswerStore;
  readonly extractText: ExtractText;
  readonly clock: Clock;
  /** Is told of what could not be stored beside an answer. */
  readonly onStoreFailure: (error: unknown) => void;
  /** How long a visitor's note is kept, in milliseconds. */
  readonly noteMs: number;
}
