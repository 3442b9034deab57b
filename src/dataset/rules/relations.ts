import { join } from 'node:path';
import { z } from 'zod';
import { pick, type Random } from '../random';
import { readYaml } from '../read-yaml';
import { answerYesNo, type Statement } from './statement';

const lines = z.array(z.string()).min(1);
const fileSchema = z.strictObject({
  lists: z.record(z.string(), lines),
  relations: z.array(z.strictObject({ of: z.string(), positive: lines, negative: lines, yes: lines, no: lines })).min(2),
});
export type Relations = z.infer<typeof fileSchema>;
type Relation = Relations['relations'][number];

/** Reads data/desk/polarity/relations.yaml. Throws with the place when it breaks its format. */
export function readRelations(deskFolder: string): Relations {
  return readYaml(join(deskFolder, 'polarity', 'relations.yaml'), fileSchema);
}

/** A rule about some noun that is not yet used. Noun and polarity are drawn apart, so that only the words of the rule tell the answer. */
export function stateRule(relations: Relations, random: Random, used: Set<string>): Statement {
  const relation = pick(random, relations.relations);
  const noun = freshNoun(relations, relation, random, used);
  const isPositive = random() < 0.5;
  const text = fill(pick(random, isPositive ? relation.positive : relation.negative), noun);
  const direct = { question: fill(pick(random, relation.yes), noun), answer: answerYesNo(isPositive, text) };
  const reverse = { question: fill(pick(random, relation.no), noun), answer: answerYesNo(!isPositive, text) };
  return { text, asks: random() < 0.4 ? [direct, reverse] : [random() < 0.75 ? direct : reverse] };
}

/** A question about a noun that no rule was stated for. */
export function askUnstated(relations: Relations, random: Random, used: Set<string>): string {
  const relation = pick(random, relations.relations);
  return fill(pick(random, [...relation.yes, ...relation.no]), freshNoun(relations, relation, random, used));
}

function freshNoun(relations: Relations, relation: Relation, random: Random, used: Set<string>): string {
  const left = (relations.lists[relation.of] ?? []).filter((noun) => !used.has(noun));
  const noun = pick(random, left);
  used.add(noun);
  return noun;
}

/** {x} is the noun as listed ("a sauna"), {the} the same noun as known already ("the sauna"). */
function fill(template: string, noun: string): string {
  return template.replaceAll('{x}', noun).replaceAll('{the}', noun.replace(/^an? /u, 'the '));
}
