import { escapeXml } from './markup';
import { SPOKEN_FORMS } from './spoken-forms';

/** Alexa takes 8,000 characters, the speak element and a prosody element included. */
const LONGEST_SPEECH = 7_900;
const FORM = new RegExp(SPOKEN_FORMS.map(({ pattern }) => `(${pattern})`).join('|'), 'gu');

/**
 * Plain text as SSML: the only place where speech is escaped and where numbers, codes, addresses and abbreviations are
 * made to sound right. What does not fit is left out, from a word on. The result has no speak element; ask-sdk adds it.
 * https://developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html
 */
export function toSsml(text: string): string {
  let ssml = '';
  for (const piece of pieces(text)) {
    if (ssml.length + piece.length > LONGEST_SPEECH) return `${ssml.trimEnd()}.`;
    ssml += piece;
  }
  return ssml.replace(/ {2,}/gu, ' ');
}

/** The same, spoken slowly. */
export function toSlowSsml(text: string): string {
  return `<prosody rate="slow">${toSsml(text)}</prosody>`;
}

/** The text in order, as SSML: forms that are said in their own way, and the words between them. */
function* pieces(text: string): Generator<string> {
  let copied = 0;
  for (const match of text.matchAll(FORM)) {
    yield* words(text.slice(copied, match.index));
    copied = match.index + match[0].length;
    const form = SPOKEN_FORMS[match.slice(1).findIndex(Boolean)];
    yield form ? form.speak(match[0], text.slice(copied, copied + 40)) : escapeXml(match[0]);
  }
  yield* words(text.slice(copied));
}

function* words(text: string): Generator<string> {
  for (const word of text.match(/\s*\S{1,200}|\s+/gu) ?? []) yield escapeXml(word);
}
