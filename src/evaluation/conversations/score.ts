import type { ShortAnswer, TurnOutcome } from './run';

/** Shares of turns, each with how many it is of. */
export interface ConversationScores {
  /** Turns whose full question differs, answered as that is: from the same place, or refused alike. */
  readonly followUpsAsRewritten: Share;
  /** The same turns, answered from the right place or rightly refused; and how their full questions are. */
  readonly followUpsRight: Share;
  readonly rewrittenRight: Share;
  readonly newTopicsMerged: Share;
  readonly twoPartsBothRight: Share;
  readonly talkRecognised: Share;
  readonly questionsTakenForTalk: Share;
}

export interface Share {
  readonly hits: number;
  readonly of: number;
}

const QUESTION_KINDS: ReadonlySet<string> = new Set(['question', 'follow-up']);
const WHOLE: ReadonlySet<string> = new Set(['first', 'new_topic']);

export function scoreConversations(outcomes: readonly TurnOutcome[]): ConversationScores {
  const asked = outcomes.filter(({ kind }) => kind !== 'social');
  const single = asked.filter(({ kind }) => kind !== 'two_part');
  const followUps = single.filter(({ kind, q, rewritten }) => !WHOLE.has(kind) && q !== rewritten);
  return {
    followUpsAsRewritten: share(followUps, ({ answers, rewrittenAnswers }) => areAlike(answers[0], rewrittenAnswers[0])),
    followUpsRight: share(followUps, (turn) => isRight(turn, turn.answers)),
    rewrittenRight: share(followUps, (turn) => isRight(turn, turn.rewrittenAnswers)),
    newTopicsMerged: share(
      single.filter(({ kind }) => WHOLE.has(kind)),
      ({ heardAs }) => heardAs === 'follow-up',
    ),
    twoPartsBothRight: share(
      asked.filter(({ kind }) => kind === 'two_part'),
      (turn) => isRight(turn, turn.answers),
    ),
    talkRecognised: share(
      outcomes.filter(({ kind }) => kind === 'social'),
      ({ heardAs }) => !QUESTION_KINDS.has(heardAs),
    ),
    questionsTakenForTalk: share(asked, ({ heardAs }) => !QUESTION_KINDS.has(heardAs)),
  };
}

export function conversationTable(scores: ConversationScores): string {
  const rows: readonly [string, Share][] = [
    ['follow-ups answered as their full question is', scores.followUpsAsRewritten],
    ['follow-ups answered rightly', scores.followUpsRight],
    ['their full questions answered rightly', scores.rewrittenRight],
    ['questions of their own taken for follow-ups', scores.newTopicsMerged],
    ['two questions in one, both answered rightly', scores.twoPartsBothRight],
    ['talk recognised', scores.talkRecognised],
    ['questions taken for talk', scores.questionsTakenForTalk],
  ];
  const lines = rows.map(([name, { hits, of }]) => `| ${name} | ${of === 0 ? '-' : ((100 * hits) / of).toFixed(1)} | ${hits} of ${of} |`);
  return ['| turns | % | |', '|---|---|---|', ...lines].join('\n');
}

function share<Item>(items: readonly Item[], hits: (item: Item) => boolean): Share {
  return { hits: items.filter(hits).length, of: items.length };
}

function areAlike(a: ShortAnswer | undefined, b: ShortAnswer | undefined): boolean {
  if (!a || !b) return false;
  if (!a.answerable || !b.answerable) return a.answerable === b.answerable;
  return a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end;
}

/** Whether each expected part is answered by words that hold it or stand in it. */
function isRight({ short, kind }: TurnOutcome, answers: readonly ShortAnswer[]): boolean {
  if (kind === 'unanswerable') return answers.length > 0 && answers.every(({ answerable }) => !answerable);
  const expected = short.split(' | ').map(comparable);
  const given = answers.filter(({ answerable }) => answerable).map(({ evidence }) => comparable(evidence.text));
  return expected.every((part) => given.some((text) => text.includes(part) || part.includes(text)));
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}
