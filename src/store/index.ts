import type { DeskSettingsStore, FeedbackLog, FixedAnswerStore, KeyRing, Library, SessionStore } from '../assistant/ports';
import { attempt } from './attempt';
import { openDatabase } from './database';
import { createDeskSettingsStore } from './desk-settings';
import { createFeedbackLog } from './feedback';
import { createFixedAnswerStore } from './fixed-answers';
import { createKeyRing } from './keys';
import { createLibrary } from './library';
import { createSessionStore } from './sessions';

export interface Store {
  readonly sessions: SessionStore;
  readonly feedback: FeedbackLog;
  readonly library: Library;
  readonly keys: KeyRing;
  readonly desk: DeskSettingsStore;
  readonly fixedAnswers: FixedAnswerStore;
  readonly file: string;
  close(): Promise<void>;
}

/** Everything that is remembered, in one SQLite file. Throws AssistantError `store-failed`. */
export async function openStore(folder: string): Promise<Store> {
  const { database, file } = await openDatabase(folder);
  return {
    sessions: createSessionStore(database),
    feedback: createFeedbackLog(database),
    library: createLibrary(database),
    keys: createKeyRing(database),
    desk: createDeskSettingsStore(database),
    fixedAnswers: createFixedAnswerStore(database),
    file,
    close: () => attempt(() => void database.close()),
  };
}
