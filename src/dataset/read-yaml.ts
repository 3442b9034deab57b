import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One wording or more. */
export const wordings = z.array(z.string()).min(1);

/** Reads a YAML file of the desk corpus. Throws with the file and the place when it breaks its format. */
export function readYaml<Content>(path: string, schema: z.ZodType<Content>): Content {
  const result = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${basename(path)}: ${z.prettifyError(result.error)}`);
  return result.data;
}
