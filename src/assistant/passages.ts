import { rankPieces, splitPieces } from '../text/passages';
import type { Passage } from './ports';
import { checkContext } from './set-context';

const GIVEN_TEXT = 'the given text';

/** The pieces of a text given along that fit the question best; a short text is one piece. Throws AssistantError. */
export function passagesOf(text: string, question: string, limit: number): Passage[] {
  return rankPieces(splitPieces(checkContext(text)), question)
    .slice(0, limit)
    .map((piece) => ({ ...piece, source: GIVEN_TEXT }));
}
