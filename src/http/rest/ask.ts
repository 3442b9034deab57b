import type { Request, Response } from 'express';
import { z } from 'zod';
import { askAll } from '../../assistant/ask-all';
import { unanswered } from '../../assistant/ask-question';
import type { Assistant } from '../../assistant/assistant';
import { converse } from '../../assistant/converse';
import { AssistantError } from '../../assistant/errors';
import type { Said } from '../../assistant/talk';
import { toProblem } from '../problem';
import { answeredSchema, replySchema, type Answered } from './reply';
import { route, type Route } from './route';
import { sessionIdSchema, webSession } from './sessions';

const whereSchema = z.strictObject({
  /** The text to read; wins over topic and session. */
  context: z.string().optional(),
  topic: z.string().optional(),
  sessionId: sessionIdSchema.optional(),
});
const askSchema = whereSchema.extend({ question: z.string(), explain: z.boolean().optional() });
const batchSchema = whereSchema.extend({ questions: z.array(z.string()).min(1).max(20) });
const converseSchema = z.strictObject({ utterance: z.string(), sessionId: sessionIdSchema, topic: z.string().optional() });

const REFUSALS = {
  400: 'No question, or a wrong body',
  404: 'Unknown topic',
  409: 'Nothing to read',
  413: 'Too long',
  429: 'Too many requests',
  503: 'Busy',
  504: 'Too slow',
};

export function askRoutes(assistant: Assistant): Route[] {
  return [
    route(
      {
        method: 'post',
        path: '/converse',
        summary: 'Say something to the desk: a question, a follow-up, a courtesy, a note; what is said back, and what it was taken for',
        role: 'visitor',
        body: converseSchema,
        reply: replySchema,
        answers: { 200: 'The reply', ...REFUSALS },
      },
      ({ body: { utterance, sessionId, topic }, request }) =>
        converse(assistant, { utterance, topic, sessionId: webSession(sessionId), locale: localeOf(request) }),
    ),
    route(
      {
        method: 'post',
        path: '/ask',
        summary: 'Answer a question from a context, a topic or a session; as text/event-stream the evidence comes before the sentence',
        role: 'visitor',
        body: askSchema,
        reply: answeredSchema,
        answers: { 200: 'The answer', ...REFUSALS },
      },
      ({ body: { question, sessionId, ...where }, request, response }) => {
        const said: Said = { ...where, utterance: question, sessionId: sessionId && webSession(sessionId), locale: localeOf(request) };
        return request.accepts(['json', 'text/event-stream']) === 'text/event-stream'
          ? stream(assistant, said, response)
          : ask(assistant, said);
      },
    ),
    route(
      {
        method: 'post',
        path: '/ask/batch',
        summary: 'Answer up to 20 questions about the same text, in their order; in the place of one that fails stands its problem',
        role: 'visitor',
        body: batchSchema,
        cost: questionsIn,
        answers: { 200: 'The answers', ...REFUSALS },
      },
      async ({ body: { sessionId, ...asked } }) => ({
        answers: (await askAll(assistant, { ...asked, sessionId: sessionId && webSession(sessionId) })).map((one) =>
          'answer' in one ? one.answer : { question: one.question, problem: toProblem(one.error) },
        ),
      }),
    ),
  ];
}

/** A batch costs its questions, so that nobody asks more by asking them together. */
function questionsIn(body: unknown): number {
  const { data } = batchSchema.safeParse(body);
  return data?.questions.length ?? 1;
}

/** What is said back to a question, as one answer: that of the first question, with the words of the whole reply. */
async function ask(assistant: Assistant, said: Said): Promise<Answered> {
  const { kind, act, reply, understoodAs, answers } = await converse(assistant, said);
  if (act === 'empty')
    throw new AssistantError('question-missing', 'The question is empty. Ask something, such as "what time is breakfast".');
  const best = answers.find(({ answerable }) => answerable) ?? answers[0] ?? unanswered(assistant, said.utterance);
  const shortAnswer = answers
    .map((answer) => answer.shortAnswer)
    .filter(Boolean)
    .join('; ');
  return {
    ...best,
    answer: reply,
    shortAnswer,
    kind,
    ...(understoodAs === undefined ? {} : { understoodAs }),
    ...(answers.length > 1 ? { answers: [...answers] } : {}),
  };
}

/** The visitor's language; only what is said beside answers depends on it. */
function localeOf(request: Request): string | undefined {
  const [first] = request.acceptsLanguages();
  return first === '*' ? undefined : first;
}

/** Server-sent events (WHATWG HTML, 9.2): `evidence` as soon as it is found, then `answer`; or `problem`. */
async function stream(assistant: Assistant, said: Said, response: Response): Promise<void> {
  const send = (event: string, data: object): void => {
    if (!response.headersSent) response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  try {
    send('answer', await ask(assistant, { ...said, onEvidence: (found) => send('evidence', found) }));
  } catch (error) {
    if (!response.headersSent) throw error;
    send('problem', toProblem(error));
  }
  response.end();
}
