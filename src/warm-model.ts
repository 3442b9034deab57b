import type { AnswerModel } from './assistant/ports';
import type { Settings } from './config';
import { startAnswerModel } from './answering/answer-model';
import { modelFolder } from './shipped';

/** The network that the settings name, warm. `deadlineMs` bounds an answer, waiting included. */
export function warmModel(settings: Settings, deadlineMs: number, workers = settings.WORKERS): Promise<AnswerModel> {
  return startAnswerModel({ modelFolder: modelFolder(settings), backend: settings.BACKEND, workers, deadlineMs });
}
