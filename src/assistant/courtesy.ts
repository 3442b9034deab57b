import { suggestionsFor } from './suggestions';
import { say, type Outcome, type Talk } from './talk';
import type { SocialAct } from './utterances/lexicon';

/** Acts after which a person expects the conversation to be over. */
const LAST_WORDS: ReadonlySet<string> = new Set(['thanks', 'goodbye']);

/** Greetings, thanks and the like: met kindly, in turn with other words, and never read from the texts. */
export function courtesy(talk: Talk): Promise<Outcome> {
  const act = talk.act as SocialAct;
  const wordings = talk.replies.social[act];
  const reply = wordings[talk.session.replies % wordings.length] ?? '';
  const suggestions = act === 'greeting' || act === 'identity' ? suggestionsFor(talk) : [];
  return Promise.resolve({ reply: say(act, reply, { suggestions, ...(LAST_WORDS.has(act) ? { end: true as const } : {}) }) });
}

/** "Can I talk to a person": the sentence that the desk's manager set, or that a machine cannot put through. */
export async function handOver({ assistant, replies }: Talk): Promise<Outcome> {
  const { handOver: sentence } = await assistant.desk.get();
  return { reply: say('person', sentence ?? replies.handOver) };
}

/** Nothing that could be a question. */
export function nonsense(talk: Talk): Promise<Outcome> {
  return Promise.resolve({ reply: say('empty', talk.replies.emptyQuestion, { suggestions: suggestionsFor(talk) }) });
}
