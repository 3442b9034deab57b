import { askQuestion } from './ask-question';
import { fixedAnswer } from './fixed-answers';
import type { Answer } from './ports';
import { wordRefusal } from './refusal';
import { suggestionsFor } from './suggestions';
import type { Outcome, Talk } from './talk';
import { understand } from './understanding/follow-up';
import { splitQuestions } from './understanding/split-questions';

interface Before {
  readonly question: string;
  readonly evidence: string;
}

/**
 * Answers what was asked, one question after the other: each is made whole by the one before, looked up among the
 * manager's own answers, and else read from the texts.
 */
export async function answerQuestions(talk: Talk): Promise<Outcome> {
  let before: Before | undefined = talk.session.turns.at(-1);
  let isFollowUp = false;
  const answers: Answer[] = [];
  const sentences: string[] = [];
  const heard = splitQuestions(talk.text);
  for (const said of heard) {
    const { question, dependence } = before ? understand(before, said) : { question: said, dependence: 'none' };
    isFollowUp ||= dependence !== 'none' && answers.length === 0;
    const answer = await answerOne(talk, question);
    answers.push(answer);
    sentences.push(answer.answerable ? answer.answer : await wordRefusal(talk, answer, heard.length > 1));
    before = { question: answer.question, evidence: answer.evidence.text };
  }
  const understoodAs = answers.map(({ question }) => question).join(' | ');
  const isRefused = answers.some(({ answerable }) => !answerable);
  return {
    reply: {
      kind: isFollowUp ? 'follow-up' : 'question',
      reply: sentences.join(' '),
      ...(isFollowUp || answers.length > 1 ? { understoodAs } : {}),
      answers,
      suggestions: isRefused && talk.said.context === undefined ? suggestionsFor(talk) : [],
    },
  };
}

async function answerOne(talk: Talk, question: string): Promise<Answer> {
  const { assistant, said } = talk;
  const { context, topic, sessionId, explain, onEvidence } = said;
  const fixed = context === undefined ? await fixedAnswer(talk, question) : undefined;
  if (!fixed) return askQuestion(assistant, { question, context, topic, sessionId, explain, onEvidence, caller: sessionId });
  onEvidence?.(fixed);
  return fixed;
}
