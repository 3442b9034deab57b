import { RankedPieces, splitPieces, type TextPiece } from '../text/passages';
import type { Passage } from './ports';
import { checkContext } from './set-context';

const GIVEN_TEXT = 'the given text';

/** What was split last: questions about the same text often come together. */
let latest: { readonly text: string; readonly pieces: RankedPieces<TextPiece> } | undefined;

/** The pieces of a text given along that fit the question best; a short text is one piece. Throws AssistantError. */
export function passagesOf(text: string, question: string, limit: number): Passage[] {
  if (latest?.text !== text) latest = { text, pieces: new RankedPieces(splitPieces(checkContext(text))) };
  return latest.pieces
    .fitting(question)
    .slice(0, limit)
    .map((piece) => ({ ...piece, source: GIVEN_TEXT }));
}
