import type { Act, Lexicon, SocialAct } from './lexicon';
import { lexiconOf } from './lexicons';

/** What kind of thing was said. `text` is the question without its courtesies, a note's sentence or a topic's name. */
export type Utterance =
  | { readonly act: Act; readonly text: string }
  | { readonly act: 'question'; readonly text: string }
  | { readonly act: 'empty'; readonly text: '' };

/** The act that an utterance of several is taken for: the first that was heard. */
const PRIORITY: readonly SocialAct[] = [
  'identity',
  'how-are-you',
  'goodbye',
  'thanks',
  'insult',
  'apology',
  'compliment',
  'laughter',
  'sympathy',
  'greeting',
  'acknowledgement',
];
/** Whatever is longer is a story, and no courtesy or command. */
const LONGEST_TALK = 1_000;
/** A courtesy may name who is meant: "good morning library", "thanks and happy swimming". */
const LONGEST_ADDRESS: Readonly<Partial<Record<SocialAct, number>>> = { greeting: 2, thanks: 3, goodbye: 2 };

/**
 * Tells talk from questions by the words of the locale's lexicon. When unsure it is a question. `isName` says whether
 * some words name a topic, which makes a question of "hello, parking". Time is linear in the utterance.
 */
export function recognize(said: string, locale?: string, isName: (words: string) => boolean = () => false): Utterance {
  if (said.length > LONGEST_TALK && /[\p{L}\p{N}]/u.test(said)) return { act: 'question', text: said.trim() };
  const lexicon = lexiconOf(locale);
  const heard = plainWords(said);
  if (heard === '') return { act: 'empty', text: '' };
  const bare = withoutCourtesy(heard, lexicon);
  const command = matchPattern(heard, lexicon) ?? matchPattern(bare, lexicon);
  if (command) return { act: command.act, text: command.act === 'note' ? ownWords(said, command.text) : command.text };
  const social = socialAct(heard, lexicon, isName);
  return social ? { act: social, text: '' } : { act: 'question', text: ownWords(said, bare) };
}

/** Lower case, one kind of apostrophe, no punctuation but inside words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/[^\p{L}\p{M}\p{N}'@./:+%&$€£ -]/gu, ' ')
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}$€£]+|[^\p{L}\p{N}%+]+$/gu, ''))
    .filter(Boolean)
    .join(' ');
}

function matchPattern(heard: string, lexicon: Lexicon): { act: Act; text: string } | undefined {
  for (const { act, form } of lexicon.patterns) {
    const match = form.exec(heard);
    if (match) return { act, text: match.groups?.['rest'] ?? match.groups?.['about'] ?? '' };
  }
  return undefined;
}

/** What is left of "hello, what time is breakfast please" without its courtesies. */
function withoutCourtesy(heard: string, { openers, closers }: Lexicon): string {
  let rest = heard;
  for (;;) {
    const opener = longest(openers, (phrase) => rest.startsWith(`${phrase} `));
    const closer = longest(closers, (phrase) => rest.endsWith(` ${phrase}`));
    if (opener === undefined && closer === undefined) return rest;
    if (opener !== undefined) rest = rest.slice(opener.length + 1);
    else if (closer !== undefined) rest = rest.slice(0, -closer.length - 1);
  }
}

function longest(phrases: readonly string[], fits: (phrase: string) => boolean): string | undefined {
  return phrases.filter(fits).sort((a, b) => b.length - a.length)[0];
}

/** The courtesy that an utterance is made of; undefined when it says anything more. */
function socialAct(heard: string, lexicon: Lexicon, isName: (words: string) => boolean): SocialAct | undefined {
  const { acts, rest } = cover(heard.split(' '), lexicon);
  const act = PRIORITY.find((wanted) => acts.has(wanted));
  if (rest.length === 0) return act ?? 'acknowledgement';
  if (act === undefined || rest.length > (LONGEST_ADDRESS[act] ?? 0) || isName(rest.join(' '))) return undefined;
  const asks = rest.some((word) => /\p{N}/u.test(word) || lexicon.questionWords.has(word) || lexicon.deskNouns.has(word) || isName(word));
  return asks ? undefined : act;
}

/** Reads an utterance from left to right by the longest phrases that are known; what is not known is left. */
function cover(words: readonly string[], lexicon: Lexicon): { acts: ReadonlySet<SocialAct>; rest: readonly string[] } {
  const known = phraseActs(lexicon);
  const acts = new Set<SocialAct>();
  const rest: string[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 0 && !known.has(words.slice(at, at + length).join(' '))) length -= 1;
    const act = known.get(words.slice(at, at + length).join(' '));
    if (length === 0) rest.push(words[at] ?? '');
    else if (act !== undefined && act !== 'filler') acts.add(act);
    at += Math.max(1, length);
  }
  return { acts, rest };
}

const LONGEST_PHRASE = 7;
const PHRASES = new WeakMap<Lexicon, ReadonlyMap<string, SocialAct | 'filler'>>();

function phraseActs(lexicon: Lexicon): ReadonlyMap<string, SocialAct | 'filler'> {
  const before = PHRASES.get(lexicon);
  if (before) return before;
  const phrases = Object.entries(lexicon.social) as [SocialAct, readonly string[]][];
  const made = new Map<string, SocialAct | 'filler'>(lexicon.fillers.map((filler) => [filler, 'filler']));
  for (const [act, texts] of phrases) for (const text of texts) made.set(text, act);
  PHRASES.set(lexicon, made);
  return made;
}

/** The same words as they were written, with their capitals and marks; as they were compared where they cannot be found. */
function ownWords(said: string, words: string): string {
  const tidy = said.replace(/\s+/gu, ' ').trim();
  const [first = '', ...others] = words.split(' ');
  const last = others.at(-1) ?? first;
  const lower = tidy.toLowerCase().replace(/[’‘`´]/gu, "'");
  const end = lower.lastIndexOf(last) + last.length;
  for (let start = lower.indexOf(first); start >= 0; start = lower.indexOf(first, start + 1)) {
    const own = tidy.slice(start, end);
    if (plainWords(own) === words) return own + (/^[?!.]+/u.exec(tidy.slice(end))?.[0] ?? '');
  }
  return words;
}
