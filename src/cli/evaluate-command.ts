import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readCorpus } from '../dataset/corpora';
import { readDeskTexts, readHeldOut } from '../dataset/desk-corpus';
import { questionSet, spokenSet, type QuestionSet } from '../evaluation/question-set';
import { htmlReport, markdownTable, type ReportSet } from '../evaluation/report';
import { rulesTable, weighRules } from '../evaluation/rules';
import { runSet } from '../evaluation/run';
import { bestThreshold, scoreSet } from '../evaluation/score';
import { evaluateConversations } from './evaluate-conversations';
import { evaluateDocuments } from './evaluate-documents';
import { wholeNumber } from './prepare-command';
import { createProgress } from './progress';
import { warmModel } from './warm-model';

interface EvaluateArguments {
  readonly data: string;
  readonly desk: string;
  readonly out: string;
  readonly limit: number;
  readonly threshold?: number;
  readonly rules?: boolean;
}

interface EvaluateOptions extends Omit<EvaluateArguments, 'desk'> {
  readonly desk?: string;
  readonly documents?: string;
  readonly conversations?: string;
  readonly all?: true;
}

const WORKERS = 2;

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measure the served network on the dev sets and the desk texts kept out of training')
    .option('--data <folder>', 'the public corpora (dev/)', '../shared/data')
    .option('--desk <folder>', 'the desk corpus, data/desk if left out; with --documents the name of the only desk to run')
    .option('--documents <folder>', 'instead: give files of desks to the server, ask their questions, and report by kind and format')
    .option(
      '--conversations <folder>',
      'instead: hold the conversations of a desk corpus that are kept out of training, and report by kind of turn',
    )
    .option('--all', 'with --conversations: those of training as well')
    .option('--out <folder>', 'where scores.json, outcomes.jsonl and report.html go', 'build/evaluation')
    .option('--limit <number>', 'questions of each set, spread evenly', wholeNumber, 100_000)
    .option('--threshold <number>', 'confidence below which answers are refused; the best on the sets together if left out', probability)
    .option('--rules', 'ask again without each processor and check that changed an answer, and tell what it is worth')
    .action(async ({ desk, documents, conversations, all, ...options }: EvaluateOptions) => {
      if (documents !== undefined) await evaluateDocuments(process.env, { documents, desk, out: options.out });
      else if (conversations !== undefined)
        await evaluateConversations(process.env, { folder: conversations, all: all === true, out: options.out });
      else await evaluateModel({ ...options, desk: desk ?? 'data/desk', env: process.env });
    });
}

/** Measures the network of the environment, writes the report, and returns the best threshold on the desk texts alone. */
export async function evaluateModel(
  options: EvaluateArguments & { readonly env: NodeJS.ProcessEnv },
): Promise<{ readonly deskThreshold: number }> {
  const sets = collectSets(options);
  const model = await warmModel(options.env, WORKERS);
  const progress = createProgress();
  try {
    const answered = [];
    for (const set of sets) {
      const outcomes = await runSet(model, set, WORKERS, (done) => progress.update(set.name, done, set.questions.length));
      answered.push({ set, outcomes });
    }
    const mixed = answered.filter(({ set }) => set.questions.some(({ golds }) => golds.length === 0));
    const threshold = options.threshold ?? bestThreshold(mixed.flatMap(({ outcomes }) => outcomes));
    const report: ReportSet[] = answered.map(({ set, outcomes }) => ({ scores: scoreSet(set, outcomes, threshold), outcomes }));
    writeReport(options.out, model.version, threshold, report);
    for (const { set, outcomes } of options.rules ? answered : []) {
      const rules = await weighRules(model, outcomes, (done) => progress.update(`${set.name}, rules`, done, set.questions.length));
      process.stdout.write(`\n${set.name}\n\n${rulesTable(rules)}\n`);
    }
    return { deskThreshold: bestThreshold(answered[0]?.outcomes ?? []) };
  } finally {
    progress.stop();
    await model.close();
  }
}

function collectSets({ data, desk, limit }: EvaluateArguments): QuestionSet[] {
  const heldOut = readHeldOut(desk);
  const sets = [
    questionSet(
      'desk texts kept out',
      readDeskTexts(desk).filter(({ title }) => heldOut.has(title)),
      limit,
    ),
  ];
  if (!existsSync(join(data, 'dev'))) {
    process.stderr.write(`The public dev sets are not in ${data}/dev; only the desk texts are measured.\n`);
    return sets;
  }
  const squad11 = questionSet('squad11-dev-a', readCorpus(data, 'dev/squad11-dev-a.jsonl.gz'), limit);
  const squad20 = questionSet('squad20-dev-a', readCorpus(data, 'dev/squad20-dev-a.jsonl.gz'), limit);
  return [...sets, squad11, spokenSet(squad11), squad20];
}

function writeReport(folder: string, version: string, threshold: number, report: readonly ReportSet[]): void {
  const scores = report.map((entry) => entry.scores);
  const outcomes = report.flatMap((entry) =>
    entry.outcomes.map(({ test, answer: { attention: _, ...answer }, milliseconds }) => ({
      set: entry.scores.name,
      id: test.id,
      question: test.question,
      golds: test.golds,
      wanted: test.sentence,
      ...answer,
      milliseconds,
    })),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'scores.json'), `${JSON.stringify({ model: version, threshold, scores }, null, 2)}\n`);
  writeFileSync(join(folder, 'outcomes.jsonl'), outcomes.map((outcome) => JSON.stringify(outcome)).join('\n'));
  writeFileSync(join(folder, 'report.html'), htmlReport(`Front Desk model ${version}`, report));
  process.stdout.write(`${markdownTable(scores)}\n\nthreshold ${threshold}; report in ${join(folder, 'report.html')}\n`);
}

function probability(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('It must be between 0 and 1.');
  return value;
}
