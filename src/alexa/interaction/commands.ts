import { BUILT_IN_UTTERANCES } from './built-in';
import { OWN_INTENTS } from './own-intents';

const SAID = [...OWN_INTENTS.map(({ name, samples }) => [name, samples] as const), ...Object.entries(BUILT_IN_UTTERANCES)];
const INTENT_OF = new Map(
  SAID.flatMap(([intent, samples]) => samples.filter((sample) => !sample.includes('{')).map((sample) => [sample, intent] as const)),
);

/** The command that a whole sentence is, word for word; undefined when it is none. A device may hand it over as a question. */
export function commandOf(sentence: string): string | undefined {
  return INTENT_OF.get(
    sentence
      .toLowerCase()
      .replace(/’/gu, "'")
      .replace(/[^\p{L}\p{N}' ]/gu, '')
      .trim(),
  );
}
