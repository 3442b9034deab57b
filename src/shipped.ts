import { join } from 'node:path';
import type { Settings } from './config';
import { newestModelFolder } from './network/model-folder';

const PROJECT = join(__dirname, '..');

/** The texts that the server starts with when it was given none. */
export const SAMPLE_DESK = join(PROJECT, 'data', 'sample-desk');

export function deskFolder({ DESK_DIR }: Settings): string {
  return DESK_DIR ?? SAMPLE_DESK;
}

/** The folder that was set, else the newest model that ships. Throws ModelFolderError when there is none. */
export function modelFolder({ MODEL_DIR }: Settings): string {
  return MODEL_DIR ?? newestModelFolder(join(PROJECT, 'models', 'seq2seq'));
}
