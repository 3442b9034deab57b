import type { RequestHandler } from 'express';
import type { AnswerModel } from '../assistant/ports';

/** Milliseconds for which what the store last said is believed, since everybody may ask. */
const PING_KEPT_MS = 1_000;

/** GET /healthz: the process is alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};

export interface Readiness {
  readonly model: AnswerModel;
  readonly isClosing: () => boolean;
  readonly ping: () => Promise<void>;
}

/**
 * GET /readyz: 200 while questions are answered, 503 while shutting down. A store that fails is told as `degraded` and
 * takes no server out of service, since answers do not hang on it.
 */
export function readyz({ model, isClosing, ping }: Readiness): RequestHandler {
  const stores = remembered(ping);
  return async (_request, response) => {
    const store = await stores();
    const status = isClosing() ? 'closing' : store === 'ok' ? 'ready' : 'degraded';
    response.status(isClosing() ? 503 : 200).json({ status, store, model: model.version, engine: model.engine });
  };
}

function remembered(ping: () => Promise<void>): () => Promise<'ok' | 'failing'> {
  let last: { readonly at: number; readonly state: Promise<'ok' | 'failing'> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > PING_KEPT_MS) {
      const state = ping().then(
        () => 'ok' as const,
        () => 'failing' as const,
      );
      last = { at: now, state };
    }
    return last.state;
  };
}
