import type { RequestHandler } from 'express';
import type { AnswerModel } from '../assistant/ports';

/** GET /healthz: the process is alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};

/** GET /readyz: the model is warm and questions are answered; 503 while shutting down. */
export function readyz(model: AnswerModel, isClosing: () => boolean): RequestHandler {
  return (_request, response) => {
    const ready = !isClosing();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'closing', model: model.version, engine: model.engine });
  };
}
