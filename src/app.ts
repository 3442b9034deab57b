import tls from 'node:tls';
import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { alexaRoute } from './alexa/route';
import { createSkill } from './alexa/skill';
import { downloadText, type FetchText } from './alexa/verification/download';
import { createVerifier } from './alexa/verification';
import { createVoice } from './alexa/voice';
import type { Assistant } from './assistant/assistant';
import type { AnswerModel, Clock } from './assistant/ports';
import type { Settings } from './config';
import { findDesks, type DeskPlace } from './desks';
import { createServer } from './http/server';
import { followDeskFolder } from './library/desk-folder';
import { extractText } from './library/extract-text';
import { convertAnew } from './library/originals';
import { createLibrary } from './library/searchable';
import { startRetention } from './retention';
import { openStore, type Store } from './store';
import { createRateLimits } from './store/memory/rate-limits';
import { warmModel } from './warm-model';

/** What tests put in the place of the outside world. */
export interface Outside {
  readonly clock?: Clock;
  readonly fetchText?: FetchText;
  readonly trustedRoots?: () => readonly string[];
  /** A model that is already warm; it is left open. */
  readonly model?: AnswerModel;
}

/** One desk, with everything that is its own. */
interface Desk {
  readonly path: string;
  readonly assistant: Assistant;
  readonly store: Store;
  readonly alexa: RequestHandler[];
}

export interface App {
  readonly server: Express;
  /** Of the desk at the root. */
  readonly assistant: Assistant;
  readonly store: Store;
  /** Tells /readyz and the clients that keep their connections that the server is about to close. */
  drain(): void;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** Milliseconds that an answer may take; Alexa waits about eight seconds in all. */
const ANSWER_DEADLINE_MS = 5_000;

/** Puts everything together and opens no port. Resolves when the model is warm. Throws what is wrong, in one sentence. */
export async function createApp(settings: Settings, logger: Logger, outside: Outside = {}): Promise<App> {
  const texts = await Promise.all(findDesks(settings).map(openTexts));
  const model = outside.model ?? (await warmModel(settings, ANSWER_DEADLINE_MS));
  const [root, ...others] = texts.map(({ place, store }) => openDesk(place, store, model, settings, logger, outside));
  if (!root) throw new Error('There is no desk.');
  let closing = false;
  const stopRetention = startRetention(
    texts.map(({ store }) => store),
    settings,
    logger,
  );
  const server = createServer({
    // The root's paths would catch the others' otherwise.
    desks: [...others, root].map(({ path, assistant, store, alexa }) => ({ path, assistant, keys: store.keys, alexa })),
    model,
    logger,
    limits: createRateLimits(),
    rateLimit: settings.RATE_LIMIT,
    alexaRateLimit: settings.ALEXA_RATE_LIMIT,
    ping: async () => {
      await Promise.all(texts.map(({ store }) => store.ping()));
    },
    visitorKeys: settings.VISITOR_KEYS === 'on',
    allowedOrigins: settings.ALLOWED_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    https: settings.TLS_KEY !== undefined,
    isClosing: () => closing,
  });
  return {
    server,
    assistant: root.assistant,
    store: root.store,
    drain: () => {
      closing = true;
    },
    close: async () => {
      closing = true;
      stopRetention();
      if (!outside.model) await model.close();
      for (const { store } of [root, ...others]) await store.close();
    },
  };
}

/** The desk's database, holding what its folder holds now. */
async function openTexts(place: DeskPlace): Promise<{ place: DeskPlace; store: Store }> {
  const store = await openStore(place.dataFolder);
  await followDeskFolder(store.library, place.folder);
  await convertAnew(store.library, extractText);
  return { place, store };
}

function openDesk(place: DeskPlace, store: Store, model: AnswerModel, settings: Settings, logger: Logger, outside: Outside): Desk {
  const clock = outside.clock ?? Date.now;
  const { sessions, feedback, desk, fixedAnswers } = store;
  const library = createLibrary(store.library, model, (error) => logger.warn({ err: error }, 'searching by words alone'));
  const noteMs = settings.NOTE_DAYS * DAY_MS;
  const onStoreFailure = (error: unknown): void => logger.error({ err: causeOf(error) }, 'an answer was given that could not be stored');
  const assistant: Assistant = { model, library, sessions, feedback, desk, fixedAnswers, extractText, clock, onStoreFailure, noteMs };
  const verifier = createVerifier({
    signatures: settings.ALEXA_VERIFICATION,
    skillId: place.skillId,
    trustedRoots: outside.trustedRoots ?? (() => tls.rootCertificates),
    fetchText: outside.fetchText ?? downloadText,
    clock,
  });
  return { path: place.path, assistant, store, alexa: alexaRoute(createSkill(createVoice(assistant, logger)), verifier, logger) };
}

/** What the store said, which tells more than our words for people. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
