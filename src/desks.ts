import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SettingsError, type Settings } from './config';
import { deskFolder } from './shipped';

/** Where a desk's texts and its database live, and the path it is served at. */
export interface DeskPlace {
  /** Empty for the desk at the root. */
  readonly path: string;
  readonly folder: string;
  readonly dataFolder: string;
  readonly skillId: string | undefined;
}

const deskFileSchema = z.strictObject({ alexaSkillId: z.string().optional() });
const NAME = /^[a-z0-9][a-z0-9-]{0,40}$/u;

/**
 * The desk at the root and one at /desks/NAME for each folder of DESKS_DIR. Each has a database of its own, so that
 * texts, sessions, feedback and keys of one are nothing to another. Throws {@link SettingsError}.
 */
export function findDesks(settings: Settings): DeskPlace[] {
  const root = { path: '', folder: deskFolder(settings), dataFolder: settings.DATA_DIR, skillId: settings.ALEXA_SKILL_ID };
  const { DESKS_DIR: parent } = settings;
  if (parent === undefined) return [root];
  if (!existsSync(parent)) throw new SettingsError(`DESKS_DIR names ${parent}, but there is no such folder.`);
  const names = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, ...names.map(({ name }) => namedDesk(settings, parent, name))];
}

/** The folder of a desk's database; the root's without a name. Throws {@link SettingsError} when there is no such desk. */
export function dataFolder(settings: Settings, name: string | undefined): string {
  if (name === undefined) return settings.DATA_DIR;
  const desks = findDesks(settings);
  const found = desks.find(({ path }) => path === `/desks/${name}`);
  if (!found) throw new SettingsError(`There is no desk ${name} in DESKS_DIR (${settings.DESKS_DIR ?? 'which is not set'}).`);
  return found.dataFolder;
}

function namedDesk(settings: Settings, parent: string, name: string): DeskPlace {
  if (!NAME.test(name))
    throw new SettingsError(`${join(parent, name)}: name the folder of a desk in lower-case letters, digits and hyphens.`);
  const file = join(parent, name, 'desk.yaml');
  const result = deskFileSchema.safeParse(existsSync(file) ? (parse(readFileSync(file, 'utf8')) ?? {}) : {});
  if (!result.success) throw new SettingsError(`${file}: ${z.prettifyError(result.error)}`);
  return {
    path: `/desks/${name}`,
    folder: join(parent, name),
    dataFolder: join(settings.DATA_DIR, 'desks', name),
    skillId: result.data.alexaSkillId,
  };
}
