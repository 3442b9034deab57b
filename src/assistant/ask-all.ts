import { askQuestion, type Question } from './ask-question';
import type { Assistant } from './assistant';
import type { Answer } from './ports';

type Questions = Omit<Question, 'question'> & { readonly questions: readonly string[] };

/** Answers several questions about the same text, each by itself, in their order. Throws AssistantError. */
export async function askAll(assistant: Assistant, { questions, ...where }: Questions): Promise<readonly Answer[]> {
  const answers = await Promise.all(questions.map((question) => askQuestion(assistant, { ...where, question })));
  const lastAnswer = answers.at(-1);
  if (where.sessionId !== undefined && lastAnswer)
    await assistant.sessions.update(where.sessionId, (session) => ({ ...session, lastAnswer }));
  return answers;
}
