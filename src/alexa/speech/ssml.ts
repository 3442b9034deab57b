import { tokenize } from '../../text/tokens';

const LONGEST_SPEECH = 7_500;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'dr.': 'Doctor',
  'mr.': 'Mister',
  'mrs.': 'Missus',
  'st.': 'Street',
  'ave.': 'Avenue',
  'rd.': 'Road',
  'dept.': 'Department',
  'approx.': 'approximately',
  'e.g.': 'for example',
  'i.e.': 'that is',
  'etc.': 'and so on',
  'vs.': 'versus',
  kg: 'kilograms',
  km: 'kilometres',
  cm: 'centimetres',
  mm: 'millimetres',
  gb: 'gigabytes',
  mb: 'megabytes',
  min: 'minutes',
  mins: 'minutes',
};
const NUMBER_LABEL = /^(?:code|pin|extension|ext|dial|number|password|call|room|suite|gate|press)$/iu;
const TITLE_BEFORE_NAME = /^st\.$/iu;

/**
 * Plain text as SSML: the only place where speech is escaped and where numbers, codes, addresses and abbreviations are
 * made to sound right. The result has no speak element; ask-sdk adds it.
 * https://developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html
 */
export function toSsml(text: string): string {
  const shortened = text.length > LONGEST_SPEECH ? `${text.slice(0, text.lastIndexOf(' ', LONGEST_SPEECH))}.` : text;
  const tokens = tokenize(shortened);
  let ssml = '';
  let copied = 0;
  tokens.forEach((token, index) => {
    ssml += escapeXml(shortened.slice(copied, token.start));
    ssml += speakToken(token.text, tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? '');
    copied = token.end;
  });
  return (ssml + escapeXml(shortened.slice(copied))).replace(/ {2,}/gu, ' ');
}

export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

function speakToken(token: string, previous: string, next: string): string {
  const lower = token.toLowerCase();
  if (/^\d+$/u.test(token)) return speakNumber(token, previous, next);
  if (
    /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+$/u.test(token) ||
    /\p{L}\.(?:com|org|net|edu|gov|info|example|io|uk|eu)(?:\/|$)|^(?:https?:|www\.)/iu.test(lower)
  )
    return speakAddress(token);
  if (/^[ap]\.m\.?$/u.test(lower)) return escapeXml(lower.endsWith('.') ? lower : `${lower}.`);
  if (/^[\p{Lu}\p{L}]*\p{L}\d{2,}$/u.test(token) && /\d/u.test(token)) return speakMixed(token);
  if (lower === '&') return ' and ';
  if (TITLE_BEFORE_NAME.test(token) && /^\p{Lu}/u.test(next)) return 'Saint';
  const spoken = ABBREVIATIONS[lower];
  if (spoken !== undefined && (token.endsWith('.') || /^\d/u.test(previous))) return spoken;
  return escapeXml(token);
}

/** Codes, extensions and telephone numbers are read digit by digit; plain amounts are left to Alexa. */
function speakNumber(token: string, previous: string, next: string): string {
  const label = NUMBER_LABEL.test(previous) && token.length > 2;
  const telephone = /^\d{3}$/u.test(previous) && token.length === 4;
  const telephoneStart = token.length === 3 && /^\d{4}$/u.test(next);
  if (token.startsWith('0') || token.length > 6 || label || telephone || telephoneStart) return digits(token);
  return token.length === 4 && /^(?:is|be|to)$/iu.test(previous) && !/^(?:1[5-9]|20)/u.test(token) ? digits(token) : token;
}

function digits(token: string): string {
  return `<say-as interpret-as="digits">${token}</say-as>`;
}

/** "lantern482" is "lantern" and its digits. */
function speakMixed(token: string): string {
  const [, word = '', number = ''] = /^(.*?)(\d+)$/u.exec(token) ?? [];
  return number.length > 2 || word.length > 2 ? `${escapeXml(word)} ${digits(number)}` : escapeXml(token);
}

function speakAddress(token: string): string {
  const spoken = token
    .replace(/^https?:\/\//iu, '')
    .replace(/[@./_-]/gu, (mark) => ({ '@': ' at ', '.': ' dot ', '/': ' slash ', _: ' underscore ', '-': ' dash ' })[mark] ?? ' ');
  return escapeXml(spoken.trim());
}
