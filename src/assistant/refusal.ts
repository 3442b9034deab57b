import { EVERYTHING, type Answer, type Passage } from './ports';
import type { Talk } from './talk';
import { matchKey } from '../text/stem';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, SUBJECTS, TIMES } from './understanding/words';
import { plainWords } from './utterances/recognize';

/** More of the question than this must stand in a passage for it to be called near. */
const NEAR = 0.34;

/** "The texts don't say", with what they do say nearby and whom to ask: never a dead end. */
export async function wordRefusal(talk: Talk, { question, answer }: Answer, isOneOfSeveral: boolean): Promise<string> {
  const { assistant, said, replies, topics } = talk;
  if (said.context !== undefined || talk.session.context?.kind === 'text') return isOneOfSeveral ? replies.notKnown(question) : answer;
  const topicId = said.topic ?? (talk.session.context?.kind === 'topic' ? talk.session.context.topic : EVERYTHING);
  const topic = topics.find(({ id }) => id === topicId);
  const refusal = isOneOfSeveral ? replies.notKnown(question) : topic ? replies.notInTopic(topic.title.toLowerCase()) : replies.notInTexts;
  const near = nearest(question, await assistant.library.search(topic?.id ?? EVERYTHING, question, 3));
  const { handOver } = await assistant.desk.get();
  return [refusal, near === undefined ? '' : replies.nearby(near), handOver ?? ''].filter(Boolean).join(' ');
}

/** What the passage nearest to the question is about, when enough of the question's words stand in it. */
function nearest(question: string, passages: readonly Passage[]): string | undefined {
  const telling = plainWords(question).split(' ').filter(isTelling).map(matchKey);
  if (telling.length === 0) return undefined;
  const shares = passages.map((passage) => {
    const keys = new Set(
      plainWords(`${passage.source} ${passage.path ?? ''} ${passage.text}`)
        .split(' ')
        .map(matchKey),
    );
    return { passage, share: telling.filter((key) => keys.has(key)).length / telling.length };
  });
  const best = shares.sort((a, b) => b.share - a.share)[0];
  return best && best.share > NEAR ? (best.passage.path ? best.passage.path.split(' > ').at(-1) : best.passage.source) : undefined;
}

function isTelling(word: string): boolean {
  return ![AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, SUBJECTS, TIMES].some((set) => set.has(word));
}
