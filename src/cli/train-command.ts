import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { DESK_REPEATS, prepare } from '../dataset/prepare';
import { evaluateModel } from './evaluate-command';
import { wholeNumber } from './prepare-command';
import { createProgress, type Progress } from './progress';

interface TrainArguments {
  readonly out: string;
  readonly minutes: number;
  readonly data: string;
  readonly desk: string;
  readonly deskOnly?: boolean;
  readonly work: string;
  readonly processes: number;
  readonly paragraphs: number;
  readonly limit: number;
}

const TRAINING = join(__dirname, '..', '..', 'training');
const BIN = join(TRAINING, '.venv', 'bin');
/** `training/setup vectors` leaves this behind; without it the word vectors are learnt from nothing. */
const VECTORS = join(TRAINING, '.venv', 'vectors');
const RULES_PER_PARAGRAPH = 4;

export function trainCommand(): Command {
  return new Command('train')
    .description('the whole way to a model folder: prepare, word vectors, train, export, evaluate; it goes on where it was interrupted')
    .requiredOption('--out <folder>', 'the model folder to make, such as models/seq2seq/1.0.0')
    .option('--minutes <number>', 'training time; the learning rate follows it', wholeNumber, 120)
    .option('--data <folder>', 'the public corpora (train/, dev/)', '../shared/data')
    .option('--desk <folder>', 'the desk corpus', 'data/desk')
    .option('--desk-only', 'leave the public corpora out')
    .option('--work <folder>', 'where shards and checkpoints go', 'build/training')
    .option('--processes <number>', 'trainers side by side: one a CPU core, or one for a GPU', wholeNumber, availableParallelism())
    .option('--paragraphs <number>', 'paragraphs composed by the desk grammar, and four times as many of rules', wholeNumber, 3000)
    .option('--limit <number>', 'questions of each set to evaluate on', wholeNumber, 2500)
    .action(async (options: TrainArguments) => {
      if (!existsSync(BIN)) throw new Error('The trainer needs Python with PyTorch: run training/setup first.');
      const progress = createProgress();
      try {
        await makeShards(options, progress);
        if (!existsSync(contextualOf(options))) await run('python', ['contextual.py', contextualOf(options)]);
        await train(options, progress);
      } finally {
        progress.stop();
      }
      await run('python', ['export.py', '--run', join(options.work, 'run'), ...sourcesOf(options), '--out', options.out]);
      const { deskThreshold } = await evaluateModel({
        ...options,
        data: options.deskOnly ? '' : options.data,
        env: { ...process.env, MODEL_DIR: options.out },
        out: join(options.work, 'evaluation'),
      });
      setThreshold(options.out, deskThreshold);
      process.stdout.write(
        `${options.out} is made; it refuses below a confidence of ${deskThreshold}, the best on the desk texts kept out.\n`,
      );
    });
}

/** Integer shards, with the vectors of their words where there are pretrained ones. */
async function makeShards(options: TrainArguments, progress: Progress): Promise<void> {
  const shards = shardsOf(options);
  if (existsSync(join(shards, 'train', 'shard.json'))) return;
  const knownWordsFile = join(options.work, 'words.txt');
  const vectors = existsSync(VECTORS);
  mkdirSync(options.work, { recursive: true });
  progress.update('listing the words that have vectors', 0, 1);
  if (vectors) await run('python', ['vectors.py', 'words', knownWordsFile]);
  prepare({
    ...(options.deskOnly ? {} : { dataFolder: options.data }),
    deskFolder: options.desk,
    outFolder: shards,
    seed: 1,
    grammarParagraphs: options.paragraphs,
    ruleParagraphs: RULES_PER_PARAGRAPH * options.paragraphs,
    deskRepeats: DESK_REPEATS,
    publicShare: 1,
    tables: options.paragraphs,
    ...(vectors ? { knownWordsFile } : {}),
    onProgress: (step, done, total) => progress.update(step, done, total),
  });
  progress.update('word vectors', 0, 1);
  if (vectors) await run('python', ['vectors.py', 'build', join(shards, 'vocabulary.txt'), join(shards, 'vectors.npy')]);
}

function train(options: TrainArguments, progress: Progress): Promise<void> {
  const { minutes, processes, work } = options;
  const launch = ['--standalone', '--nproc-per-node', String(processes)];
  const args = [
    ...launch,
    'train.py',
    ...sourcesOf(options),
    '--out',
    join(work, 'run'),
    '--minutes',
    String(minutes),
    '--evaluate-questions',
    String(options.limit),
  ];
  return run('torchrun', args, (line) => {
    const log = JSON.parse(line) as Record<string, number | undefined>;
    if (log['span'] === undefined) return;
    const step = `training: ${log['questions/s'] ?? 0} questions/s, losses ${log['span']} ${log['answerable'] ?? ''} ${log['sentence'] ?? ''}`;
    progress.update(step, log['minutes'] ?? 0, minutes);
  });
}

/** The pretrained encoder as a graph. */
function contextualOf({ work }: TrainArguments): string {
  return join(work, 'contextual.onnx');
}

function sourcesOf(options: TrainArguments): string[] {
  return ['--shards', shardsOf(options), '--contextual', contextualOf(options)];
}

function shardsOf({ work }: TrainArguments): string {
  return join(work, 'shards');
}

/** Runs a program of the trainer's environment. Throws with the last lines that it wrote when it fails. */
async function run(program: string, given: readonly string[], onLine?: (line: string) => void): Promise<void> {
  const args = given.map((argument) => (/^\w+\.py$/u.test(argument) ? join(TRAINING, argument) : argument));
  const env = { OMP_WAIT_POLICY: 'passive', OMP_NUM_THREADS: '1', ...process.env };
  const child = spawn(join(BIN, program), args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) onLine?.(line);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${errors.slice(-5).join('\n')}`);
}

function setThreshold(folder: string, answerableThreshold: number): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, `${JSON.stringify({ ...manifest, answerableThreshold }, null, 2)}\n`);
}
