import { z } from 'zod';
import type { EmptyServer } from '../documents/run';
import type { HeldConversation, HeldTurn } from './read';

const evidenceSchema = z.object({ text: z.string(), start: z.number(), end: z.number() });
const answerSchema = z.object({ question: z.string(), answerable: z.boolean(), evidence: evidenceSchema });
const replySchema = z.object({ kind: z.string(), reply: z.string(), understoodAs: z.string().optional(), answers: z.array(answerSchema) });

export type ShortAnswer = z.infer<typeof answerSchema>;

/** A turn as it was met in its conversation, and how its full questions are answered by themselves. */
export interface TurnOutcome extends HeldTurn {
  readonly conversation: string;
  readonly heardAs: string;
  readonly reply: string;
  readonly understoodAs?: string | undefined;
  readonly answers: readonly ShortAnswer[];
  readonly rewrittenAnswers: readonly ShortAnswer[];
}

/** Holds a conversation from its first turn to its last in one session, which remembers what it understood itself. */
export async function holdConversation({ url }: EmptyServer, { id, context, turns }: HeldConversation): Promise<TurnOutcome[]> {
  await call(url, 'PUT', `/sessions/${id}/context`, { text: context });
  const outcomes: TurnOutcome[] = [];
  for (const turn of turns) {
    const { kind, reply, understoodAs, answers } = replySchema.parse(
      await call(url, 'POST', '/converse', { utterance: turn.q, sessionId: id }),
    );
    const questions = turn.rewritten.split(' | ').filter(Boolean);
    const rewritten = await Promise.all(questions.map((question) => call(url, 'POST', '/ask/batch', { questions: [question], context })));
    const rewrittenAnswers = rewritten.flatMap((one) => z.object({ answers: z.array(answerSchema) }).parse(one).answers);
    outcomes.push({ ...turn, conversation: id, heardAs: kind, reply, understoodAs, answers, rewrittenAnswers });
  }
  return outcomes;
}

async function call(url: string, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  return response.json();
}
