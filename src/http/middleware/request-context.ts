import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** What every log line written during a request carries. */
interface RequestContext {
  readonly requestId: string;
  /** Of the trace that the caller began, when it did (W3C Trace Context). */
  readonly traceId?: string;
}

const contexts = new AsyncLocalStorage<RequestContext>();
/** version, trace id, parent id and flags; ids of zeros alone are invalid. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/u;

/** Fields for a logger's mixin; empty outside of requests. */
export function requestFields(): object {
  return contexts.getStore() ?? {};
}

/** Gives each request an id, told in X-Request-Id, and takes over the trace of `traceparent`. */
export const requestContext: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  const [, traceId] = TRACEPARENT.exec(request.get('traceparent') ?? '') ?? [];
  contexts.run({ requestId, ...(traceId === undefined ? {} : { traceId }) }, next);
};
