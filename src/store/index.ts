import type {
  DeskSettingsStore,
  DocumentStore,
  FeedbackLog,
  FixedAnswerStore,
  Kept,
  KeyRing,
  Removed,
  SessionStore,
} from '../assistant/ports';
import { attempt } from './attempt';
import { openDatabase } from './database';
import { createDeskSettingsStore } from './desk-settings';
import { createFeedbackLog } from './feedback';
import { createFixedAnswerStore } from './fixed-answers';
import { createKeyRing } from './keys';
import { createDocumentStore } from './library';
import { createRetention } from './retention';
import { createSessionStore } from './sessions';

export interface Store {
  readonly sessions: SessionStore;
  readonly feedback: FeedbackLog;
  readonly library: DocumentStore;
  readonly keys: KeyRing;
  readonly desk: DeskSettingsStore;
  readonly fixedAnswers: FixedAnswerStore;
  /** Where the data lies, to be told to people. */
  readonly file: string;
  /** Rejects with AssistantError `store-failed` while nothing can be stored. */
  ping(): Promise<void>;
  /** Removes what has been kept for long enough. */
  retain(kept: Kept, now: Date): Promise<Removed>;
  close(): Promise<void>;
}

/** Everything that is remembered, in one SQLite file. Throws AssistantError `store-failed`. */
export async function openStore(folder: string): Promise<Store> {
  const { database, file, close } = await openDatabase(folder);
  const pulse = database.prepare('INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at');
  return {
    sessions: createSessionStore(database),
    feedback: createFeedbackLog(database),
    library: await createDocumentStore(database),
    keys: createKeyRing(database),
    desk: createDeskSettingsStore(database),
    fixedAnswers: createFixedAnswerStore(database),
    file,
    ping: () =>
      attempt(() => {
        pulse.run(new Date().toISOString());
      }),
    retain: createRetention(database),
    close: () => attempt(close),
  };
}
