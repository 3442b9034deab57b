import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { DESK_REPEATS, prepare } from '../dataset/prepare';
import { createProgress } from './progress';

interface PrepareArguments {
  readonly data: string;
  readonly desk: string;
  readonly out: string;
  readonly seed: number;
  readonly paragraphs: number;
  readonly rules: number;
  readonly deskRepeats: number;
  readonly publicShare: number;
  readonly tables: number;
  readonly knownWords?: string;
  readonly vocabulary?: string;
  readonly deskOnly?: boolean;
}

export function prepareCommand(): Command {
  return new Command('prepare')
    .description('turn the corpora into integer shards for the trainer')
    .option('--data <folder>', 'the public corpora (train/, dev/)', '../shared/data')
    .option('--desk <folder>', 'the desk corpus', 'data/desk')
    .option('--out <folder>', 'where the shards go', 'build/shards')
    .option('--seed <number>', 'seed of everything drawn by chance', wholeNumber, 1)
    .option('--paragraphs <number>', 'paragraphs composed by the desk grammar (about five questions each)', wholeNumber, 3000)
    .option('--rules <number>', 'paragraphs of rules composed for yes/no questions (about seven each)', wholeNumber, 12_000)
    .option('--desk-repeats <number>', 'times that each hand-written desk text is trained on', wholeNumber, DESK_REPEATS)
    .option('--tables <number>', 'tables composed (about seven questions each)', wholeNumber, 3000)
    .option('--public-share <number>', 'share of the public corpora that is taken', Number, 1)
    .option('--known-words <file>', 'words with pretrained vectors (training/vectors.py words)')
    .option('--vocabulary <file>', "an earlier model's vocabulary, to go on training it")
    .option('--desk-only', 'leave the public corpora out')
    .action((options: PrepareArguments) => {
      if (!options.deskOnly && !existsSync(options.data)) {
        throw new Error(`There is no folder ${options.data}. Give the public corpora with --data, or use --desk-only.`);
      }
      const progress = createProgress();
      prepare({
        ...(options.deskOnly ? {} : { dataFolder: options.data }),
        deskFolder: options.desk,
        outFolder: options.out,
        seed: options.seed,
        grammarParagraphs: options.paragraphs,
        ruleParagraphs: options.rules,
        deskRepeats: options.deskRepeats,
        publicShare: options.publicShare,
        tables: options.tables,
        ...(options.knownWords === undefined ? {} : { knownWordsFile: options.knownWords }),
        ...(options.vocabulary === undefined ? {} : { vocabularyFile: options.vocabulary }),
        onProgress: (step, done, total) => {
          progress.update(step, done, total);
        },
      });
      progress.stop();
    });
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
