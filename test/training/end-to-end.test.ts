import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../support/needs';
import { ask, loadNetwork } from '../support/model';

const PROJECT = join(__dirname, '..', '..');
const COMMAND = join(PROJECT, 'dist', 'cli', 'front-desk.js');
const PYTHON = join(PROJECT, 'training', '.venv', 'bin', 'python');

interface LogLine {
  readonly span?: number;
  readonly sentence?: number;
  readonly done?: boolean;
}

describeWith(PYTHON, "the trainer's Python", 'training from end to end', () => {
  let folder: string;
  const inFolder = (name: string): string => join(folder, name);
  const python = (script: string, ...args: string[]): string =>
    execFileSync(PYTHON, [join(PROJECT, 'training', script), ...args], { encoding: 'utf8', env: { ...process.env, OMP_WAIT_POLICY: 'passive' } });
  const sources = (): string[] => ['--shards', inFolder('shards'), '--contextual', inFolder('contextual.onnx')];
  const train = (minutes: string): LogLine[] =>
    python('train.py', ...sources(), '--out', inFolder('run'), '--minutes', minutes, '--log-steps', '5', '--tokens', '3000')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LogLine);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'training-'));
    python('contextual.py', inFolder('contextual.onnx'));
    execFileSync(process.execPath, [COMMAND, 'prepare', '--desk-only', '--paragraphs', '60', '--rules', '60', '--desk-repeats', '1', '--tables', '60', '--out', inFolder('shards')], {
      cwd: PROJECT,
      stdio: 'ignore',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the loss falls, a run resumes, and TypeScript loads what comes out', async () => {
    const log = train('0.9').filter((line) => line.sentence !== undefined);
    expect(log.length).toBeGreaterThan(2);
    expect(log.at(-1)?.sentence).toBeLessThan((log[0]?.sentence ?? 0) - 0.3);

    const resumed = train('1');
    expect(resumed.at(-1)).toMatchObject({ done: true });
    expect((resumed.at(-1) as { steps: number }).steps).toBeGreaterThan(log.length * 5);

    const epochs = python('polarity.py', '--run', inFolder('run'), ...sources(), '--epochs', '60', '--dropout', '0', '--others', '60').trim().split('\n');
    const losses = epochs.map((line) => (JSON.parse(line) as { loss: number }).loss);
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);

    python('export.py', '--run', inFolder('run'), ...sources(), '--out', inFolder('0.0.1'), '--golden', '2');
    const network = await loadNetwork(inFolder('0.0.1'));
    expect(network.version).toBe('0.0.1');
    const { evidence } = await ask(network, 'where is the pool', 'The pool is on the roof.');
    expect('The pool is on the roof.').toContain(evidence.text);
    expect((JSON.parse(readFileSync(inFolder('0.0.1/golden.json'), 'utf8')) as { questions: unknown[] }).questions.length).toBeGreaterThan(1);
  }, 300_000);

  test('one command goes the whole way to a model that answers', async () => {
    const out = inFolder('0.0.2');
    const options = ['--desk-only', '--minutes', '1', '--paragraphs', '60', '--limit', '10', '--work', inFolder('work'), '--out', out];
    execFileSync(process.execPath, [COMMAND, 'train', ...options], { cwd: PROJECT, stdio: 'ignore' });
    const { answerableThreshold } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { answerableThreshold: number };
    expect(answerableThreshold).toBeGreaterThan(0);
    expect(readFileSync(inFolder('work/evaluation/report.html'), 'utf8')).toContain('desk texts kept out');
    expect((await ask(await loadNetwork(out), 'where is the pool', 'The pool is on the roof.')).sentence).not.toBe('');
  }, 300_000);
});
