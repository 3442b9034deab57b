import tls from 'node:tls';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { alexaRoute } from './alexa/route';
import { createSkill } from './alexa/skill';
import { downloadText, type FetchText } from './alexa/verification/download';
import { createVerifier } from './alexa/verification';
import { createVoice } from './alexa/voice';
import type { Assistant } from './assistant/assistant';
import type { AnswerModel, Clock } from './assistant/ports';
import type { Settings } from './config';
import { createServer } from './http/server';
import { followDeskFolder } from './library/desk-folder';
import { extractText } from './library/extract-text';
import { startWorkerPool } from './model/worker-pool';
import { deskFolder, modelFolder } from './shipped';
import { openStore, type Store } from './store';

/** What tests put in the place of the outside world. */
export interface Outside {
  readonly clock?: Clock;
  readonly fetchText?: FetchText;
  readonly trustedRoots?: () => readonly string[];
  /** A model that is already warm. */
  readonly model?: AnswerModel;
}

export interface App {
  readonly server: Express;
  readonly assistant: Assistant;
  readonly store: Store;
  close(): Promise<void>;
}

/** Milliseconds that an answer may take; Alexa waits about eight seconds in all. */
const ANSWER_DEADLINE_MS = 5_000;

/** Puts everything together and opens no port. Resolves when the model is warm. Throws what is wrong, in one sentence. */
export async function createApp(settings: Settings, logger: Logger, outside: Outside = {}): Promise<App> {
  const clock = outside.clock ?? Date.now;
  const store = openStore(settings.DATA_DIR);
  await followDeskFolder(store.library, deskFolder(settings));
  const model =
    outside.model ??
    (await startWorkerPool({
      modelFolder: modelFolder(settings),
      backend: settings.BACKEND,
      workers: settings.WORKERS,
      deadlineMs: ANSWER_DEADLINE_MS,
    }));
  let closing = false;
  const assistant: Assistant = { model, library: store.library, sessions: store.sessions, feedback: store.feedback, extractText, clock };
  const verifier = createVerifier({
    signatures: settings.ALEXA_VERIFICATION,
    skillId: settings.ALEXA_SKILL_ID,
    trustedRoots: outside.trustedRoots ?? (() => tls.rootCertificates),
    fetchText: outside.fetchText ?? downloadText,
    clock,
  });
  const server = createServer({
    assistant,
    keys: store.keys,
    logger,
    alexa: alexaRoute(createSkill(createVoice(assistant, logger)), verifier, logger),
    rateLimit: settings.RATE_LIMIT,
    trustProxy: settings.TRUST_PROXY,
    https: settings.TLS_KEY !== undefined,
    isClosing: () => closing,
  });
  return {
    server,
    assistant,
    store,
    close: async () => {
      closing = true;
      await model.close();
      store.close();
    },
  };
}
