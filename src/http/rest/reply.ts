import { z } from 'zod';
import { UTTERANCE_KINDS } from '../../assistant/talk';

const place = { text: z.string(), start: z.int(), end: z.int() };

export const answerSchema = z.object({
  /** The question as it was understood. */
  question: z.string(),
  /** The sentence to speak. */
  answer: z.string(),
  shortAnswer: z.string(),
  answerable: z.boolean(),
  confidence: z.number(),
  evidence: z.object({ ...place, source: z.string(), sentence: z.string(), around: z.string() }),
  attention: z
    .object({
      places: z.array(z.object(place)).readonly(),
      words: z.array(z.object({ word: z.string(), weights: z.array(z.number()).readonly() })).readonly(),
    })
    .optional(),
  /** The check that objected to the model's own sentence; the text itself is said instead. */
  check: z.string().optional(),
  model: z.string(),
  elapsedMs: z.number(),
});

const kind = z.enum(UTTERANCE_KINDS);
const understoodAs = z.string().optional();

/** What `/converse` answers. */
export const replySchema = z.object({
  kind,
  /** Which courtesy or command it was; absent for questions. */
  act: z.string().optional(),
  /** The whole reply. */
  reply: z.string(),
  /** The full question that a follow-up was taken for. */
  understoodAs,
  /** One for each question that was heard. */
  answers: z.array(answerSchema).readonly(),
  suggestions: z.array(z.string()).readonly(),
  /** True when the person wants to end the conversation. */
  end: z.literal(true).optional(),
});

export type SaidBack = z.infer<typeof replySchema>;

/** What `/ask` answers. Several questions in one have all their answers in `answers`. */
export const answeredSchema = answerSchema.extend({
  kind,
  understoodAs,
  answers: z.array(answerSchema).optional(),
});
export type Answered = z.infer<typeof answeredSchema>;
