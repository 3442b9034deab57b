import type { AnswerModel } from '../assistant/ports';
import { readSettings } from '../config';
import { warmModel as warm } from '../warm-model';

const DEADLINE_MS = 60_000;

/** The served network, by the same settings as the server's, for commands that need no store. */
export function warmModel(env: NodeJS.ProcessEnv, workers?: number): Promise<AnswerModel> {
  return warm(readSettings(env), DEADLINE_MS, workers);
}
