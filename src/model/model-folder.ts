import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ModelFolderError } from './weights';

/** The folder of the highest version below `parent`. Throws {@link ModelFolderError} when there is none. */
export function newestModelFolder(parent: string): string {
  const versions = existsSync(parent) ? readdirSync(parent).filter((name) => /^\d+\.\d+\.\d+$/u.test(name)) : [];
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined)
    throw new ModelFolderError(`There is no trained model in ${parent}. Set MODEL_DIR, or train one (docs/training.md).`);
  return join(parent, newest);
}
