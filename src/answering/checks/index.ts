import { incomplete, unsupported } from './facts';
import { partialList } from './partial-list';
import { polarity } from './polarity';
import type { Check, Said } from './check';

const LEAST_LOG_PROBABILITY = -1.6;

/** The decoder did not know what to say. */
const unsure: Check = { name: 'unsure', objects: ({ meanLogProbability }) => meanLogProbability < LEAST_LOG_PROBABILITY };

/** In the order they are asked; the first that objects counts. The evaluation counts what each is worth. */
export const CHECKS: readonly Check[] = [unsupported, unsure, incomplete, partialList, polarity];

/** The first check that objects to a sentence, or undefined when the text supports it. */
export function objection(checks: readonly Check[], said: Said): string | undefined {
  return checks.find((check) => check.objects(said))?.name;
}
