import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');
const COMMAND = join(PROJECT, 'dist', 'cli', 'front-desk.js');

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'front-desk-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built command; `until` ends it early with a signal once the output matches. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, until?: RegExp): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      env: { ...process.env, DATA_DIR: join(folder, 'data'), ...env },
      cwd: PROJECT,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (until?.test(out)) child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('key', () => {
  const idOf = (list: string, role: string): string => new RegExp(`^(\\w{12})  ${role}  `, 'mu').exec(list)?.[1] ?? '';

  test('makes keys of a role, lists them without their secrets, and takes one back', async () => {
    const made = await run(['key', '--role', 'operator']);
    expect(made.out).toMatch(/^[\w-]{32}\n$/u);
    await run(['key']);
    const { out } = await run(['key', '--list']);
    expect(out.split('\n')).toHaveLength(3);
    expect(out).not.toContain(made.out.trim());
    expect((await run(['key', '--revoke', idOf(out, 'operator')])).code).toBe(0);
    expect(idOf((await run(['key', '--list'])).out, 'operator')).toBe('');
    const again = await run(['key', '--revoke', idOf(out, 'operator')]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('front-desk key --list') as string });
  });

  test('says which desks there are not', async () => {
    const { code, err } = await run(['key', '--desk', 'moon']);
    expect([code, err]).toEqual([1, 'front-desk: There is no desk moon in DESKS_DIR (which is not set).\n']);
  });
});

test('train says what it needs when its Python is not there', async () => {
  const { code, err } = await run(['train', '--out', join(folder, '1.0.0'), '--data', folder]);
  expect(code).toBe(1);
  expect(err).toMatch(/training\/setup|There is no folder|is missing/u);
});

describe('ask', () => {
  test('answers from a file', async () => {
    const file = write('desk.txt', 'The kiosk opens at 6 a.m. Umbrellas are lent at the kiosk for 2 dollars.');
    const { code, out } = await run(['ask', 'when does the kiosk open', '--context', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/6 a\.m\./u);
  });
  test('reads a PDF as well', async () => {
    const { out } = await run([
      'ask',
      'how much does a boat cost per hour',
      '--context',
      join(PROJECT, 'test', 'fixtures', 'boat-hire.pdf'),
    ]);
    expect(out).toContain('12 dollars');
  });
  test('says which file it cannot read', async () => {
    const { code, err } = await run(['ask', 'why', '--context', join(folder, 'none.txt')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^front-desk: The context .*none\.txt cannot be read\./u);
  });
  test('refuses an empty question in a line', async () => {
    const { code, err } = await run(['ask', ' ', '--context', write('a.txt', 'Text.')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^front-desk: The question is empty\..*\n$/u);
  });
});

describe('answer', () => {
  test('answers lines in their order, and one bad question stops nothing', async () => {
    const context = 'The pool is on the roof. The gym is in the basement.';
    const lines = [
      { id: 'a', context, question: 'where is the pool' },
      { id: 2, context, question: '' },
      { id: 'c', context, question: 'where is the gym' },
    ];
    const input = write('in.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    const { code } = await run(['answer', '--in', input, '--out', join(folder, 'out.jsonl')]);
    expect(code).toBe(0);
    const answers = readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c']);
    expect(answers[0]).toMatchObject({ evidence: { text: expect.stringContaining('roof') as string } });
    expect(answers[1]).toMatchObject({ answerable: false, error: expect.stringContaining('empty') as string });
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual(['answer', 'answerable', 'confidence', 'evidence', 'id', 'ms', 'shortAnswer']);
  });
  test('names the line that is not JSON', async () => {
    const { code, err } = await run(['answer', '--in', write('in.jsonl', 'hello\n'), '--out', join(folder, 'out.jsonl')]);
    expect(code).toBe(1);
    expect(err).toContain('Line 1 is not JSON.');
  });
});

describe('serve', () => {
  test('prints what to try and closes with grace', async () => {
    const { code, out } = await run(['serve'], { PORT: '0', LOG_LEVEL: 'silent' }, /Try it:[^]*\n\n$/u);
    expect(out).toMatch(/Front Desk is ready after [\d.]+ s at http:\/\/127\.0\.0\.1:\d+/u);
    expect(out).toContain('Breakfast and dining');
    expect(code).toBe(0);
  });
  test('a taken port is named, with the setting to mend', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const { code, err } = await run(['serve'], { PORT: String(port), LOG_LEVEL: 'silent' });
    blocker.close();
    expect(code).toBe(1);
    expect(err).toBe(`front-desk: Port ${port} is taken. Stop the program that uses it, or set PORT to another one.\n`);
  });
  test.each([
    ['an unwritable store', { DATA_DIR: '/dev/null/store' }, /DATA_DIR/u],
    ['a missing model', { MODEL_DIR: '/nowhere' }, /There is no model in \/nowhere/u],
    [
      'verification off in the open',
      { ALEXA_VERIFICATION: 'off', HOST: '0.0.0.0' },
      /ALEXA_VERIFICATION: It may be off only while HOST is a loopback/u,
    ],
    ['half of a TLS pair', { TLS_KEY: 'key.pem' }, /TLS_KEY and TLS_CERT belong together/u],
    ['a missing certificate', { TLS_KEY: 'none.pem', TLS_CERT: 'none.pem' }, /TLS_KEY names none\.pem, but there is no such file/u],
    ['a port that is none', { PORT: 'eighty' }, /PORT/u],
    ['an unknown backend', { BACKEND: 'gpu' }, /BACKEND/u],
  ])('refuses %s in one line', async (_, env, message) => {
    const { code, err } = await run(['serve'], { LOG_LEVEL: 'silent', PORT: '0', ...env });
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('doctor', () => {
  test('names engine, model, store and texts', async () => {
    const { code, out } = await run(['doctor']);
    expect(code).toBe(0);
    for (const part of ['Node.js', 'BACKEND=auto', 'checksums hold', 'front-desk', 'dining']) expect(out).toContain(part);
  });
  test('says what is wrong and fails', async () => {
    const { code, out } = await run(['doctor'], { MODEL_DIR: '/nowhere' });
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG {2}model/mu);
  });
});

test('prepare with the desk corpus alone writes shards', async () => {
  const { code, err } = await run([
    'prepare',
    '--desk-only',
    '--paragraphs',
    '20',
    '--rules',
    '20',
    '--desk-repeats',
    '1',
    '--out',
    join(folder, 'shards'),
  ]);
  expect(code).toBe(0);
  expect(err).toContain('"step":"dev shards"');
  const header = JSON.parse(readFileSync(join(folder, 'shards', 'train', 'shard.json'), 'utf8')) as { sources: string[] };
  expect(header.sources.sort()).toEqual(['desk-dialogue', 'desk-grammar', 'desk-natural', 'desk-passages', 'desk-polarity', 'desk-tables']);
}, 120_000);

test('prepare says where to get data that is not there', async () => {
  const { code, err } = await run(['prepare', '--data', join(folder, 'none'), '--out', join(folder, 'shards')]);
  expect(code).toBe(1);
  expect(err).toMatch(/--data, or use --desk-only/u);
});
