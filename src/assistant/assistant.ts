import type { AnswerModel, Clock, ExtractText, FeedbackLog, Library, SessionStore } from './ports';

/** What the use cases work with. */
export interface Assistant {
  readonly model: AnswerModel;
  readonly library: Library;
  readonly sessions: SessionStore;
  readonly feedback: FeedbackLog;
  readonly extractText: ExtractText;
  readonly clock: Clock;
}
