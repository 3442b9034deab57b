import { BUILT_IN_UTTERANCES } from '../interaction/built-in';
import type { LanguageModel, ModelIntent, SlotValue } from './language-model';

/** A slot as a request holds it, with the entity it was resolved to. */
export interface ResolvedSlot {
  readonly name: string;
  readonly value: string;
  readonly entity?: { readonly id: string; readonly name: string };
}

export interface ResolvedUtterance {
  readonly intent: string;
  readonly slots: readonly ResolvedSlot[];
}

/** What the skill listens for after Dialog.ElicitSlot. */
export interface Elicitation {
  readonly intent: string;
  readonly slot: string;
}

const PHRASE = 'AMAZON.SearchQuery';
/** More words than this are no name of a topic. */
const LONGEST_NAME = 3;

/** Lower wins. */
const RANK = { wholeSample: 0, knownValue: 1, carriedPhrase: 2, unknownValue: 3, barePhrase: 4 } as const;

interface Match extends ResolvedUtterance {
  /** Words of the sample that were heard as they stand: the more, the surer. */
  readonly literalWords: number;
  readonly rank: number;
}

/**
 * Which wins when a slot is being elicited: the other intents' samples, or the slot, which then takes the whole sentence
 * whatever it is. Devices do both.
 */
export const ARBITRATIONS = ['intents', 'elicitation'] as const;
export type Arbitration = (typeof ARBITRATIONS)[number];

/**
 * The intent of an utterance by the model's samples, much as Alexa finds it: whole samples first, then slots whose
 * values are known, then phrases behind their carrier words (the longest wins), then the slot that is being elicited.
 * Whatever else is said goes to the fallback.
 */
export function resolveUtterance(
  model: LanguageModel,
  utterance: string,
  elicitation?: Elicitation,
  dynamicValues: readonly SlotValue[] = [],
  arbitration: Arbitration = 'intents',
): ResolvedUtterance {
  const heard = normalise(utterance);
  const intents =
    elicitation && arbitration === 'elicitation' ? model.intents.filter(({ name }) => name === elicitation.intent) : model.intents;
  const matches = intents.flatMap((intent) => matchIntent(model, intent, heard, elicitation, dynamicValues));
  const best = matches.sort((a, b) => a.rank - b.rank || b.literalWords - a.literalWords)[0];
  if (best) return { intent: best.intent, slots: best.slots };
  if (elicitation && arbitration === 'elicitation')
    return { intent: elicitation.intent, slots: [{ name: elicitation.slot, value: heard }] };
  return { intent: 'AMAZON.FallbackIntent', slots: [] };
}

function matchIntent(
  model: LanguageModel,
  intent: ModelIntent,
  heard: string,
  elicitation: Elicitation | undefined,
  dynamicValues: readonly SlotValue[],
): Match[] {
  const isElicited = elicitation?.intent === intent.name;
  const elicited = isElicited ? intent.slots.filter(({ name }) => name === elicitation.slot).flatMap(({ samples }) => samples) : [];
  const samples = [...intent.samples, ...(BUILT_IN_UTTERANCES[intent.name] ?? []), ...elicited];
  return samples.flatMap((sample): Match[] => {
    const found = matchSample(sample, heard);
    if (!found) return [];
    const literalWords = sample
      .replace(/\{\w+\}/gu, '')
      .split(' ')
      .filter(Boolean).length;
    if (found.slot === undefined) return [{ intent: intent.name, slots: [], literalWords, rank: RANK.wholeSample }];
    const slot = intent.slots.find(({ name }) => name === found.slot);
    if (!slot) return [];
    if (slot.type === PHRASE)
      return [
        {
          intent: intent.name,
          slots: [{ name: slot.name, value: found.value }],
          literalWords,
          rank: literalWords > 0 ? RANK.carriedPhrase : RANK.barePhrase,
        },
      ];
    const values = [...dynamicValues, ...(model.types.find(({ name }) => name === slot.type)?.values ?? [])];
    const entity = findEntity(values, found.value);
    if (!entity && literalWords === 0 && found.value.split(' ').length > LONGEST_NAME) return [];
    return [
      {
        intent: intent.name,
        slots: [{ name: slot.name, value: found.value, ...(entity ? { entity } : {}) }],
        literalWords,
        rank: entity ? RANK.knownValue : RANK.unknownValue,
      },
    ];
  });
}

/** Matches "switch to {topic}" against what was heard; a sample has one slot at most, at its end. */
function matchSample(sample: string, heard: string): { slot?: string; value: string } | undefined {
  const [, carrier = '', slot] = /^(.*?)(?:\{(\w+)\})?$/u.exec(sample) ?? [];
  const words = normalise(carrier);
  if (slot === undefined) return heard === words ? { value: '' } : undefined;
  const prefix = words ? `${words} ` : '';
  const value = heard.startsWith(prefix) ? heard.slice(prefix.length).trim() : '';
  return value ? { slot, value } : undefined;
}

function findEntity(values: readonly SlotValue[], heard: string): { id: string; name: string } | undefined {
  const wanted = heard.replace(/^(?:the|our|your) /u, '');
  const found = values.find(({ name }) =>
    [name.value, ...name.synonyms].some((known) => normalise(known) === wanted || normalise(known) === heard),
  );
  return found && { id: found.id ?? found.name.value, name: found.name.value };
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/[?!.,;:"]+(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
