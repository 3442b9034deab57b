import { answerYesNo } from './rules/statement';
import { pick, type Random } from './random';
import type { Reading, ReadingQuestion } from './reading';

const AUXILIARY = /^(?<subject>[^,;:]{2,60}?) (?<verb>is|are|was|were|can|could|may|must|will|would|should) (?<rest>.+)\.$/u;
const NO_SUBJECT =
  /^(?:in|on|at|by|for|from|to|with|after|before|because|when|if|while|as|yes|no|there|this is|that|what)\b|\b(?:who|which|that|if|when|because)\b/iu;
const PRONOUNS = /^(?:The|An?|It|They|He|She|We|You|His|Her|Its|Their|Our|Your|These|Those|This|All|Some|Most)$/u;
const KINDS = [
  /(?<![\p{L}\d.,])\d[\d,.]*\d(?![\p{L}\d])|(?<![\p{L}\d.,])\d(?![\p{L}\d.])/gu,
  /(?<=(?<!\p{L})\p{Ll}+,? )(?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)*/gu,
];

const CONFIRMED_SHARE = 0.25;

/**
 * Asks of some spoken answers whether they are so ("was it built in 1847"), and of others whether it was something else
 * that the context names ("was it built in 1863"). Only sentences with an auxiliary verb can be turned round by rule.
 */
export function askWhether(reading: Reading, random: Random): ReadingQuestion[] {
  return reading.questions.flatMap((question): ReadingQuestion[] => {
    const { evidence, sentence = '', style, id } = question;
    const { subject, verb = '', rest = '' } = AUXILIARY.exec(sentence)?.groups ?? {};
    if (!evidence || style !== 'spoken' || subject === undefined || NO_SUBJECT.test(subject)) return [];
    const answer = reading.context.slice(evidence.start, evidence.end);
    if (!rest.includes(answer)) return [];
    const other = anotherLike(answer, reading.context, sentence, random);
    const isSo = other === undefined || random() < CONFIRMED_SHARE;
    if (other === undefined && random() >= CONFIRMED_SHARE) return [];
    const named = lowered(subject, reading.context);
    const text = `${verb} ${named} ${isSo ? rest : rest.replace(answer, () => other)}?`;
    return [{ ...question, id: `${id}-whether`, text, sentence: answerYesNo(isSo, `${named} ${verb} ${rest}`) }];
  });
}

/** Another number or name of the context, when the answer is nothing but one. */
function anotherLike(answer: string, context: string, sentence: string, random: Random): string | undefined {
  for (const kind of KINDS) {
    const found = [...new Set(` ${context}`.match(kind))];
    if (!found.includes(answer)) continue;
    const others = found.filter((one) => !sentence.includes(one) && !answer.includes(one));
    if (others.length > 0) return pick(random, others);
  }
  return undefined;
}

/** The subject as it stands inside a sentence: a capital stays only where the context always writes one. */
function lowered(subject: string, context: string): string {
  const [first = ''] = /^\p{L}+/u.exec(subject) ?? [];
  const isCommon = PRONOUNS.test(first) || new RegExp(`\\b${first.toLowerCase()}\\b`, 'u').test(context);
  return isCommon ? first.toLowerCase() + subject.slice(first.length) : subject;
}
