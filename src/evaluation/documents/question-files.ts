import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expectSchema } from './judge';

const questionSchema = z.object({
  id: z.string(),
  desk: z.string(),
  kind: z.string(),
  question: z.string(),
  /** What was asked before in the same session. */
  history: z.array(z.string()).default([]),
  mode: z.string().default('typed'),
  expect: expectSchema,
});
export type DeskQuestion = z.infer<typeof questionSchema>;

/** An organisation's files, and what its visitors ask. */
export interface DeskSet {
  readonly name: string;
  readonly folder: string;
  /** File name to the topic it belongs to. */
  readonly topics: Readonly<Record<string, string>>;
  readonly questions: readonly DeskQuestion[];
}

/** The desks of a folder: each a folder with topics.json, questions.jsonl and the files. Throws when one cannot be read. */
export function readDeskSets(folder: string, only?: string): DeskSet[] {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'topics.json')) && (only === undefined || name === only))
    .sort();
  if (names.length === 0) throw new Error(`There is no desk${only === undefined ? '' : ` ${only}`} with a topics.json in ${folder}.`);
  return names.map((name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    return {
      name,
      folder: join(folder, name),
      topics: z.record(z.string(), z.string()).parse(JSON.parse(read('topics.json'))),
      questions: read('questions.jsonl')
        .split('\n')
        .filter(Boolean)
        .map((line) => questionSchema.parse(JSON.parse(line))),
    };
  });
}
