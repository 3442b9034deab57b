import { randomUUID } from 'node:crypto';
import { askQuestion, type Question } from './ask-question';
import type { Assistant } from './assistant';
import { bestEffort } from './best-effort';
import { AssistantError } from './errors';
import type { Answer } from './ports';

type Questions = Omit<Question, 'question'> & { readonly questions: readonly string[] };

/** What became of one question of several. */
export type Asked = { readonly answer: Answer } | { readonly question: string; readonly error: AssistantError };

/**
 * Answers several questions about the same text, each by itself, in their order; other people's questions come between them. One that
 * fails does not stop the others. Throws AssistantError when all fail.
 */
export async function askAll(assistant: Assistant, { questions, ...where }: Questions): Promise<readonly Asked[]> {
  const caller = randomUUID();
  const asked = await Promise.all(questions.map((question) => askOne(assistant, { ...where, question, caller })));
  const answers = asked.flatMap((one) => ('answer' in one ? [one.answer] : []));
  if (answers.length === 0) for (const one of asked) if ('error' in one) throw one.error;
  const lastAnswer = answers.at(-1);
  if (where.sessionId !== undefined && lastAnswer)
    await bestEffort(
      assistant,
      assistant.sessions.update(where.sessionId, (session) => ({ ...session, lastAnswer })),
      undefined,
    );
  return asked;
}

async function askOne(assistant: Assistant, question: Question): Promise<Asked> {
  try {
    return { answer: await askQuestion(assistant, question) };
  } catch (error) {
    if (error instanceof AssistantError) return { question: question.question, error };
    throw error;
  }
}
