import { EVERYTHING } from './ports';
import { suggestionsFor } from './suggestions';
import { say, type Outcome, type Talk } from './talk';
import type { MetaAct } from './utterances/lexicon';

/** Talk about the talk: repeat, more, where from, are you sure, what can I ask, start over, stop. */
export function aboutAnswer(talk: Talk): Promise<Outcome> {
  return Promise.resolve(MEET[talk.act as MetaAct](talk));
}

const MEET: Readonly<Record<MetaAct, (talk: Talk) => Outcome>> = {
  repeat: repeat('repeat'),
  slower: repeat('slower'),
  more: ({ session, replies }) => {
    const answer = session.lastAnswer;
    const isMore = answer?.answerable && answer.evidence.around.length > answer.evidence.sentence.length;
    return { reply: say('more', isMore ? replies.more(answer.evidence.around) : replies.noMore) };
  },
  source: ({ session, replies }) => {
    const answer = session.lastAnswer;
    if (!answer?.answerable) return { reply: say('source', replies.noSource) };
    return { reply: say('source', replies.source(answer.evidence.source, answer.evidence.sentence)) };
  },
  sure: ({ session, replies }) => {
    const answer = session.lastAnswer;
    const reply = answer?.answerable ? replies.sure(answer.evidence.source, answer.evidence.sentence) : replies.unsure;
    return { reply: say('sure', reply) };
  },
  capabilities: (talk) => {
    const suggestions = suggestionsFor(talk);
    const topics = talk.replies.list(
      talk.topics.map(({ title }) => title),
      'and',
    );
    const { context } = talk.session;
    const isInTopic = context?.kind === 'topic' && context.topic !== EVERYTHING;
    return { reply: say('capabilities', talk.replies.capabilities(topics, suggestions[0], isInTopic), { suggestions }) };
  },
  'start-over': (talk) => ({
    reply: say('start-over', talk.replies.startOver, { suggestions: suggestionsFor(talk) }),
    change: ({ context: _, lastAnswer: __, ...session }) => ({ ...session, turns: [] }),
  }),
  everything: (talk) => ({
    reply: say('everything', talk.replies.everything, { suggestions: suggestionsFor(talk) }),
    change: ({ context: _, ...session }) => session,
  }),
  stop: ({ session, replies }) => ({ reply: say('stop', replies.stop[session.replies % replies.stop.length] ?? '', { end: true }) }),
};

function repeat(act: 'repeat' | 'slower'): (talk: Talk) => Outcome {
  return ({ session, replies }) => ({ reply: say(act, session.lastReply ?? session.lastAnswer?.answer ?? replies.nothingSaid) });
}
