import { randomUUID } from 'node:crypto';
import { capitalized } from '../text/sentences';
import type { PersonalNote, Session } from './ports';
import { say, type Outcome, type Talk } from './talk';
import type { NoteAct } from './utterances/lexicon';

const LONGEST_NOTES = 5_000;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** A visitor's own notes: kept beside the topic, read with it, forgotten one by one. */
export function keepNotes(talk: Talk): Promise<Outcome> {
  return Promise.resolve(KEEP[talk.act as NoteAct](talk));
}

/** The notes as a text to be read. */
export function notesText(session: Session): string {
  return session.notes.map(({ text }) => text).join(' ');
}

const KEEP: Readonly<Record<NoteAct, (talk: Talk) => Outcome>> = {
  note: ({ assistant, said, session, text, replies }) => {
    if (said.sessionId === undefined) return { reply: say('note', replies.noteNeedsSession) };
    if (!/[\p{L}\p{N}]/u.test(text)) return { reply: say('note', replies.notedWithoutWords) };
    if (notesText(session).length + text.length > LONGEST_NOTES) return { reply: say('note', replies.notesFull) };
    const note: PersonalNote = { id: randomUUID(), text: asSentence(text), at: assistant.clock() };
    return { reply: say('note', replies.noted(note.text)), change: (before) => ({ ...before, notes: [...before.notes, note] }) };
  },
  'list-notes': ({ session: { notes }, replies }) => ({
    reply: say('list-notes', notes.length > 0 ? replies.notes(notes.map(({ text }) => text)) : replies.noNotes),
  }),
  'forget-note': ({ session: { notes }, text, replies }) => {
    const note = meantNote(notes, text);
    if (!note) return { reply: say('forget-note', notes.length > 0 ? replies.noteUnknown : replies.noNotes) };
    return {
      reply: say('forget-note', replies.noteForgotten(note.text)),
      change: (before) => ({ ...before, notes: before.notes.filter(({ id }) => id !== note.id) }),
    };
  },
  'clear-notes': ({ replies }) => ({ reply: say('clear-notes', replies.notesCleared), change: (before) => ({ ...before, notes: [] }) }),
};

/** "the second note", "note 2", "the note about the boiler"; the last one when none is named. */
function meantNote(notes: readonly PersonalNote[], named: string): PersonalNote | undefined {
  const ordinal = ORDINALS.findIndex((word) => named.includes(word));
  const number = /\d{1,3}/u.exec(named)?.[0];
  if (ordinal >= 0 || number !== undefined) return notes[number === undefined ? ordinal : Number(number) - 1];
  const words = named.split(' ').filter((word) => !NAMING.has(word));
  if (words.length === 0) return notes.at(-1);
  return notes.find(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
}

const NAMING = new Set(['', 'note', 'the', 'last', 'previous', 'one', 'about', 'number', 'my', 'that', 'a', 'an', 'with', 'of']);

/** Speech has no full stops; a sentence of its own gets one. */
function asSentence(heard: string): string {
  const text = capitalized(heard.trim());
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
