import type { Assistant } from './assistant';
import { bestEffort } from './best-effort';
import { NEW_SESSION, type Session, type Turn } from './ports';
import type { Outcome } from './talk';

const TURNS_KEPT = 4;
const MINUTE_MS = 60_000;
/** How long a question can be followed up, and how long a topic that was chosen in conversation stays. */
const TURN_MS = 15 * MINUTE_MS;
export const TOPIC_MS = 30 * MINUTE_MS;

/** What is remembered of a visitor, without what has expired. A new session for who has none. */
export async function currentSession(assistant: Assistant, id: string | undefined): Promise<Session> {
  if (id === undefined) return NEW_SESSION;
  const session = await bestEffort(assistant, assistant.sessions.get(id), NEW_SESSION);
  return withoutExpired(session, assistant.clock(), assistant.noteMs);
}

/** Keeps what was said and answered. */
export async function remember(assistant: Assistant, id: string | undefined, { reply, change }: Outcome): Promise<void> {
  if (id === undefined) return;
  const now = assistant.clock();
  const turns = reply.answers.map((answer): Turn => {
    const { question, answer: sentence, answerable, evidence } = answer;
    return { question, answer: sentence, answerable, evidence: evidence.text, source: evidence.source, at: now };
  });
  const stored = assistant.sessions.update(id, (before) => {
    const session = withoutExpired(before, now, assistant.noteMs);
    const lastAnswer = reply.answers.at(-1);
    const after: Session = {
      ...session,
      turns: [...session.turns, ...turns].slice(-TURNS_KEPT),
      replies: session.replies + 1,
      ...(reply.act === 'repeat' || reply.act === 'slower' ? {} : { lastReply: reply.reply }),
      ...(lastAnswer ? { lastAnswer } : {}),
    };
    return change ? change(after) : after;
  });
  // A note or a topic that was not kept must not be confirmed; an answer stands by itself.
  if (change) await stored;
  else await bestEffort(assistant, stored, undefined);
}

function withoutExpired(session: Session, now: number, noteMs: number): Session {
  const { context, ...others } = session;
  const hasContext = context && !(context.kind === 'topic' && context.until !== undefined && context.until < now);
  return {
    ...others,
    ...(hasContext ? { context } : {}),
    turns: session.turns.filter(({ at }) => now - at < TURN_MS),
    notes: session.notes.filter(({ at }) => now - at < noteMs),
  };
}
