import { aboutAnswer } from './about-answer';
import { answerQuestions } from './answer-questions';
import type { Assistant } from './assistant';
import { chooseTopic, isTopicName } from './choose-topic';
import { courtesy, handOver, nonsense } from './courtesy';
import { keepNotes } from './notes';
import { repliesOf } from './replies';
import { currentSession, remember } from './sessions';
import { kindOf, type Outcome, type Reply, type Said, type Talk, type UtteranceKind } from './talk';
import { recognize } from './utterances/recognize';

/** What each kind of utterance is met with. Nothing but questions is read from the texts or kept as unanswered. */
const USE_CASES: Readonly<Record<UtteranceKind, (talk: Talk) => Promise<Outcome>>> = {
  question: answerQuestions,
  'follow-up': answerQuestions,
  social: courtesy,
  conversation: aboutAnswer,
  note: keepNotes,
  topic: chooseTopic,
  person: handOver,
  nonsense,
};

/**
 * Meets what a person said, the same for every channel: tells what kind of utterance it is, hands it to its use case, and
 * remembers the turn. Throws AssistantError as asking does.
 */
export async function converse(assistant: Assistant, said: Said): Promise<Reply> {
  const session = await currentSession(assistant, said.sessionId);
  const topics = await assistant.library.topics();
  const heard =
    said.as === undefined
      ? recognize(said.utterance, said.locale, (words) => isTopicName(topics, words))
      : { act: said.as, text: said.utterance };
  const isNameAlone = heard.act === 'question' && said.context === undefined && isTopicName(topics, heard.text);
  const talk: Talk = {
    assistant,
    said,
    session,
    topics,
    act: isNameAlone ? 'choose-topic' : heard.act,
    text: heard.text,
    replies: repliesOf(said.locale),
  };
  const outcome = await USE_CASES[kindOf(talk.act)](talk);
  await remember(assistant, said.sessionId, outcome);
  return outcome.reply;
}
