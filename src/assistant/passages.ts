import { cutPassages, type CutPassage } from '../library/cut';
import { RankedPassages } from '../library/search/ranked-passages';
import type { Passage } from './ports';
import { checkContext } from './set-context';

const GIVEN_TEXT = 'the given text';

/** What was cut last: questions about the same text often come together. */
let latest: { readonly text: string; readonly passages: RankedPassages<CutPassage> } | undefined;

/** The passages of a text given along that fit the question best, best first; a short text is one. Throws AssistantError. */
export function passagesOf(text: string, question: string, limit: number): Passage[] {
  if (latest?.text !== text) latest = { text, passages: new RankedPassages(cutPassages(checkContext(text))) };
  return latest.passages
    .fitting(question)
    .slice(0, limit)
    .map((passage) => ({ ...passage, source: GIVEN_TEXT }));
}
