import { capitalized } from '../../text/sentences';
import { polarity } from './polarity';

const LONGEST_QUOTE = 30;

/**
 * What is spoken instead of a sentence that a check objects to: the text. Where only what follows "yes" or "no" contradicts
 * it, that word stays.
 */
export function rewrite(reason: string, sentence: string, around: string, evidence: string): string {
  const opening = reason === polarity.name ? /^(?:Yes|No)\b/u.exec(sentence)?.[0] : undefined;
  const quoted = quote(around, evidence);
  return opening === undefined ? quoted : `${opening}. ${quoted}`;
}

/** The sentence of the text itself when it is short, else the evidence alone. */
export function quote(around: string, evidence: string): string {
  const sentence = onOneLine(around).replace(/^[\s•*-]+/u, '');
  const spoken = asSpokenList(sentence.split(' ').length <= LONGEST_QUOTE ? sentence : onOneLine(evidence));
  const capital = capitalized(spoken);
  return /[.!?]$/u.test(capital) ? capital : `${capital.replace(/[,;:-]{1,9}$/u, '')}.`;
}

/** "a towel; a padlock; shoes" is spoken as "a towel, a padlock and shoes". */
function asSpokenList(text: string): string {
  return text.replace(/; (?=[^;]*$)/u, ' and ').replace(/; /gu, ', ');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
