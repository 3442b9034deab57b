import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { Command } from 'commander';
import { z } from 'zod';
import { answerFromText } from '../assistant/ask-question';
import { AssistantError } from '../assistant/errors';
import type { AnswerModel } from '../assistant/ports';
import { wholeNumber } from './prepare-command';
import { createProgress } from './progress';
import { warmModel } from './warm-model';

interface AnswerArguments {
  readonly in: string;
  readonly out: string;
  readonly workers: number;
}

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), context: z.string(), question: z.string() });
const LINES_BETWEEN_REPORTS = 50;

export function answerCommand(): Command {
  return new Command('answer')
    .description('answer JSON lines {id, context, question} from a file into a file')
    .requiredOption('--in <file>', 'questions, one JSON object a line')
    .requiredOption('--out <file>', 'answers, one JSON object a line, in the same order')
    .option('--workers <number>', 'networks that answer side by side', wholeNumber, 2)
    .action(async (options: AnswerArguments) => {
      const size = statSync(options.in, { throwIfNoEntry: false })?.size;
      if (size === undefined) throw new Error(`There is no file ${options.in}.`);
      const model = await warmModel(process.env, options.workers);
      try {
        await answerLines(options, size, model);
      } finally {
        await model.close();
      }
    });
}

/** Streams: only as many lines as there are workers (and one more each) are held at a time. */
async function answerLines(options: AnswerArguments, size: number, model: AnswerModel): Promise<void> {
  const progress = createProgress();
  const input = createReadStream(options.in, 'utf8');
  const output = createWriteStream(options.out);
  const waiting: Promise<string>[] = [];
  let lines = 0;
  const writeOldest = async (): Promise<void> => {
    const text = await waiting.shift();
    if (text !== undefined && !output.write(text)) await once(output, 'drain');
  };
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    lines += 1;
    waiting.push(answerLine(model, line, lines));
    if (waiting.length >= 2 * options.workers) await writeOldest();
    if (lines % LINES_BETWEEN_REPORTS === 0) progress.update(`${lines} questions`, input.bytesRead, size);
  }
  while (waiting.length > 0) await writeOldest();
  output.end();
  await once(output, 'finish');
  progress.update(`${lines} questions`, size, size);
  progress.stop();
}

/** One answered line. What is wrong with a single question is written into its line and stops nothing. */
async function answerLine(model: AnswerModel, line: string, number: number): Promise<string> {
  const { id, context, question } = parseLine(line, number);
  try {
    const { answer, shortAnswer, answerable, confidence, evidence, elapsedMs } = await answerFromText(
      { model, clock: () => performance.now() },
      question,
      context,
    );
    return `${JSON.stringify({ id, answer, shortAnswer, answerable, confidence, evidence, ms: elapsedMs })}\n`;
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    const nothing = { answer: '', shortAnswer: '', answerable: false, confidence: 0, evidence: null, ms: 0 };
    return `${JSON.stringify({ id, ...nothing, error: error.message })}\n`;
  }
}

function parseLine(line: string, number: number): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} is not JSON. Each line must be an object {"id", "context", "question"}.`);
  }
  const result = lineSchema.safeParse(value);
  if (!result.success) throw new Error(`Line ${number}: ${z.prettifyError(result.error)}`);
  return result.data;
}
