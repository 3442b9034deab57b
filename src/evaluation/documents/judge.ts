import { z } from 'zod';
import { says } from './wording';

export const expectSchema = z.object({
  type: z.enum(['contains', 'yes', 'no', 'refuse', 'social']),
  /** Each group must be met by one of its alternatives. */
  any: z.array(z.array(z.string())).default([]),
  /** What may not be said: neighbouring cells, outdated prices. */
  none: z.array(z.string()).default([]),
  evidence_in: z.string().optional(),
});
export type Expect = z.infer<typeof expectSchema>;

/** What the server said, as far as it is judged; `detail` is a refusal's. */
export const saidSchema = z.object({
  answer: z.string().optional(),
  detail: z.string().optional(),
  shortAnswer: z.string().optional(),
  answerable: z.boolean().optional(),
  confidence: z.number().optional(),
  evidence: z.object({ text: z.string().default(''), source: z.string().default('') }).optional(),
});
export type SaidReply = z.infer<typeof saidSchema>;

export const VERDICTS = ['right', 'wrong', 'refused', 'error'] as const;
/** `refused`: a refusal where there is an answer; `error`: no reply, or a status of 500 and above. */
export type Verdict = (typeof VERDICTS)[number];

const REFUSAL =
  /(?:does|do|did)(?:n.t| not) (?:say|tell|know|mention|contain|cover|have (?:that|any) information)|(?:could|can)(?:n.t|not| not) (?:find|answer|tell|say)|\bno (?:information|answer|mention)\b|nothing about|not (?:in|covered by|mentioned in) (?:the|my|our) (?:text|document)|didn.t (?:understand|catch)|not sure (?:what|I understand)/iu;
const FRIENDLY =
  /\b(?:hello|hi|hey|welcome|good (?:morning|afternoon|evening|day|night)|glad|pleasure|happy|help|thank|thanks|bye|goodbye|take care|nice|here for you|fine|well|lovely|enjoy|see you|ask me|i am the|i.m the|i can hear|loud and clear)\b/iu;
const OPENING = /^[^\p{L}\p{N}_]*(yes|no)\b(?!\s+(?:need|booking|one|more))/iu;

/** What a person would hear: the answer, or why there is none. */
export function spoken({ answer, detail }: SaidReply): string {
  return [answer, detail].find(Boolean) ?? '';
}

/** Judges a reply: yes and no by the first word, the others by what is said; a whole table row read out is wrong by `none`. */
export function judge(expect: Expect, status: number, reply: SaidReply): Verdict {
  const answer = spoken(reply);
  if (status >= 500 || status === 0) return 'error';
  if (expect.type === 'social') {
    if (status >= 400 || REFUSAL.test(answer)) return 'refused';
    return FRIENDLY.test(answer) && !reply.evidence?.text ? 'right' : 'wrong';
  }
  const refused = status >= 400 || REFUSAL.test(answer) || reply.answerable === false;
  if (expect.type === 'refuse') return refused ? 'right' : 'wrong';
  if (refused) return 'refused';
  if (expect.none.some((wrong) => says(answer, wrong))) return 'wrong';
  const met = expect.any.length > 0 && expect.any.every((group) => group.some((alternative) => says(answer, alternative)));
  const opening = expect.type === 'contains' ? undefined : OPENING.exec(answer)?.[1];
  return (opening === undefined ? met : opening.toLowerCase() === expect.type) ? 'right' : 'wrong';
}
