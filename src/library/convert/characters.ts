/* eslint-disable no-control-regex, no-misleading-character-class -- control characters are what is looked for */

/** Controls and marks that are not seen: soft hyphens, zero-width spaces and joiners, marks of direction, the byte order mark. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Joiners shape Persian or Indic words and emoji; between Latin letters and digits they are refuse. */
const STRAY_JOINER = /(?<=[\p{Script=Latin}\p{N}\s])[\u200c\u200d]/gu;
const LIGATURE = /[\ufb00-\ufb06]/gu;

/**
 * The text as it is matched and read: composed (NFC), without invisible characters, every kind of space a space, every
 * kind of line end "\n". Tabs stay.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .normalize('NFC');
}

/** One line: whatever white space there is becomes single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Lines without white space around them or empty lines among them. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => oneLine(line))
    .filter(Boolean)
    .join('\n');
}
