import { join } from 'node:path';
import { Piscina } from 'piscina';
import { AssistantError } from '../assistant/errors';
import type { Conversion, ConversionTask } from './convert/worker';

const DEADLINE_MS = 9_000;
const HEAP_MB = 320;
const MOST_WAITING = 16;
const IDLE_MS = 20_000;
/** The compiled worker: tests run this file from src, where there is none. */
const WORKER_FILE = join(__dirname, '..', '..', 'dist', 'library', 'convert', 'worker.js');

let started: Piscina<ConversionTask, Conversion> | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The text of a file as it is understood (see convertDocument), made in a thread of its own, so that nobody else waits: one
 * file at a time, each within 9 s and 320 MB of heap. Throws AssistantError `document-unreadable`, `document-too-large` or,
 * when too many files wait, `busy`.
 */
export async function extractText(name: string, bytes: Uint8Array): Promise<string> {
  if (waiting >= MOST_WAITING) throw new AssistantError('busy', 'Too many documents are being read. Give this one again in a minute.');
  waiting += 1;
  const mine = last.then(() => convertApart({ name, bytes }));
  last = mine.catch(() => undefined).finally(() => (waiting -= 1));
  const conversion = await mine;
  if ('code' in conversion) throw new AssistantError(conversion.code, conversion.message);
  return conversion.text;
}

async function convertApart(task: ConversionTask): Promise<Conversion> {
  started ??= startThread();
  // Starting the thread may take long on a busy machine; the file is not to blame.
  await started.run({ name: 'nothing.txt', bytes: new TextEncoder().encode('nothing') });
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    return await started.run(task, { signal });
  } catch (error) {
    const isTooMuch = signal.aborted || (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
    if (isTooMuch)
      throw new AssistantError('document-too-large', `${task.name} takes too long to read. Split it, or save it as text.`, {
        cause: error,
      });
    throw new AssistantError('document-unreadable', `${task.name} cannot be read; it seems to be damaged.`, { cause: error });
  }
}

function startThread(): Piscina<ConversionTask, Conversion> {
  const thread = new Piscina<ConversionTask, Conversion>({
    filename: WORKER_FILE,
    name: 'convert',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
  });
  // A thread that ends or does not begin fails its task, which tells it; it must not end the server as well.
  thread.on('error', () => undefined);
  return thread;
}
