import { askQuestion } from './ask-question';
import type { Answer } from './ports';
import { suggestionsFor } from './suggestions';
import type { Outcome, Talk } from './talk';

/** Answers what was asked, one question after the other. */
export async function answerQuestions(talk: Talk): Promise<Outcome> {
  const { assistant, said, text } = talk;
  const { context, topic, sessionId, explain, onEvidence } = said;
  const answers: Answer[] = [
    await askQuestion(assistant, { question: text, context, topic, sessionId, explain, onEvidence, caller: sessionId }),
  ];
  const reply = answers.map(({ answer }) => answer).join(' ');
  const suggestions = answers.some(({ answerable }) => !answerable) && context === undefined ? suggestionsFor(talk) : [];
  return { reply: { kind: 'question', reply, answers, suggestions } };
}
