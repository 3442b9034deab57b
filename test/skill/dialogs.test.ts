import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ARBITRATIONS } from '../../src/alexa/simulator/resolve-utterance';
import { describeWith } from '../support/needs';
import { startServer, type TestServer } from '../support/server';
import { startSkillManagementApi, type SkillManagementApi } from '../support/skill-management-api';

const PROJECT = join(__dirname, '..', '..');
const DIALOGS = join(__dirname, 'dialogs');
const FRONT_DESK = join(PROJECT, 'dist', 'cli', 'front-desk.js');
const ASK = join(PROJECT, 'test', 'tools', 'ask-cli', 'node_modules', '.bin', 'ask');
const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';
const run = promisify(execFile);
const ANSI_COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'gu');

/** What Alexa must have said somewhere in the conversation, in this order. */
const HEARD: Readonly<Record<string, readonly RegExp[]>> = {
  '01-first-visit': [/Welcome to the front desk/u, /7 to 10:30|10:30 a\.m\./u, /roof/u, /[Gg]oodbye/u],
  '02-topic-and-questions': [/parking and getting around/u, /14 dollars/u, /4419/u, /Mill Street/u, /[Gg]oodbye/u],
  '03-source-and-repeat': [
    /lantern 482/u,
    /from Internet and printing\. It says: .*lantern/u,
    /from Internet and printing/u,
    /The text says/u,
  ],
  '04-change-of-topic': [/breakfast and dining/u, /6 p\.m\./u, /pool, gym and sauna/u, /9 p\.m\./u, /talking about pool, gym and sauna/u],
  '05-dictate-a-note': [
    /Noted: The spare key/u,
    /Noted: The plumber/u,
    /those 2 sentences/u,
    /blue flower pot/u,
    /thursday at nine|Thursday at nine/u,
    /notes are cleared/u,
  ],
  '06-nonsense-and-help': [/Welcome/u, /You can ask me anything about/u, /[Gg]oodbye/u],
  '07-which-topics': [/texts about breakfast and dining/u, /don't have astronomy\. I have/u, /rooms and arrival/u, /11 a\.m\./u],
  '08-one-shot': [/6 p\.m\./u, /[Gg]oodbye/u],
  '09-yes-no-and-feedback': [/Welcome/u, /Gladly/u, /Thank you for telling me/u, /[Gg]oodbye/u],
  '10-start-over': [/internet and printing/u, /from the beginning/u, /all our texts/u, /Victor Lindgren/u, /Victor Lindgren/u],
};
const names = readdirSync(DIALOGS).map((file) => file.replace('.json', ''));

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function expectConversation(name: string, transcript: string): void {
  let at = 0;
  for (const expected of HEARD[name] ?? [/impossible/u]) {
    const found = transcript.slice(at).search(expected);
    if (found < 0) throw new Error(`${name}: ${expected.source} was not heard after character ${at} of:\n${transcript}`);
    at += found + 1;
  }
}

test('there are ten conversations', () => {
  expect(names).toHaveLength(10);
  expect(Object.keys(HEARD).sort()).toEqual(names.sort());
});

const conversations = ARBITRATIONS.flatMap((arbitration) => names.map((name) => [name, arbitration] as const));

test.each(conversations)('%s reads well through front-desk dialog where %s win', async (name, arbitration) => {
  const { stdout } = await run(process.execPath, [
    FRONT_DESK,
    'dialog',
    '--endpoint',
    `${server.url}/alexa`,
    '--arbitration',
    arbitration,
    '--replay',
    join(DIALOGS, `${name}.json`),
  ]);
  expectConversation(name, stdout);
  expect(stdout.trim().endsWith('Session ended')).toBe(true);
});

test('front-desk dialog talks on a terminal until .quit', async () => {
  const child = spawn(process.execPath, [FRONT_DESK, 'dialog', '--endpoint', `${server.url}/alexa`]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stdin.end('open front desk\nwhere is the gym\n.quit\n');
  await new Promise((resolve) => child.on('close', resolve));
  expect(out).toMatch(/Welcome[^]*basement/u);
});

test('front-desk dialog says when no server answers', async () => {
  await expect(
    run(process.execPath, [FRONT_DESK, 'dialog', '--endpoint', 'http://127.0.0.1:9/alexa', '--replay', join(DIALOGS, `${names[0]}.json`)]),
  ).rejects.toThrow(/No server answers at/u);
});

describe.each(ARBITRATIONS)('where %s win', (arbitration) => {
  describeWith(ASK, 'the real ask-cli', 'the real ask-cli', () => {
    let amazon: SkillManagementApi;
    let home: string;
    beforeAll(async () => {
      amazon = await startSkillManagementApi(`${server.url}/alexa`, arbitration);
      home = mkdtempSync(join(tmpdir(), 'ask-'));
    });
    afterAll(async () => {
      await amazon.close();
      rmSync(home, { recursive: true, force: true });
    });

    /** Where ask-cli finds its far side, and who it is by; without the AWS keys it does not look at the others. */
    const environment = (): NodeJS.ProcessEnv => ({
      ...process.env,
      HOME: home,
      ASK_SMAPI_SERVER_BASE_URL: amazon.url,
      ASK_LWA_TOKEN_HOST: amazon.url,
      ASK_REFRESH_TOKEN: 'refresh',
      ASK_VENDOR_ID: 'vendor',
      AWS_ACCESS_KEY_ID: 'unused',
      AWS_SECRET_ACCESS_KEY: 'unused',
      ASK_SHARE_USAGE: 'false',
    });
    const ask = async (...args: string[]): Promise<string> => {
      const { stdout, stderr } = await run(ASK, args, { cwd: PROJECT, env: environment(), timeout: 30_000 });
      return stdout + stderr;
    };

    test.each(names)(
      '%s reads well through ask dialog --replay',
      async (name) => {
        const file = join(DIALOGS, `${name}.json`);
        const transcript = await ask('dialog', '--replay', file);
        expectConversation(name, transcript.replace(ANSI_COLOUR, ''));
        const { userInput } = JSON.parse(readFileSync(file, 'utf8')) as { userInput: string[] };
        expect(transcript.match(/Alexa > /gu)?.length).toBe(userInput.length - 1);
      },
      60_000,
    );

    test('ask deploy uploads the skill package', async () => {
      const project = mkdtempSync(join(tmpdir(), 'deploy-'));
      cpSync(join(PROJECT, 'skill-package'), join(project, 'skill-package'), { recursive: true });
      cpSync(join(PROJECT, 'ask-resources.json'), join(project, 'ask-resources.json'));
      mkdirSync(join(home, '.ask'), { recursive: true });
      const token = {
        access_token: 'access',
        refresh_token: 'refresh',
        token_type: 'bearer',
        expires_in: 3600,
        expires_at: '2099-01-01T00:00:00Z',
      };
      writeFileSync(join(home, '.ask', 'cli_config'), JSON.stringify({ profiles: { default: { token, vendor_id: 'vendor' } } }));
      const env = {
        ...process.env,
        HOME: home,
        ASK_SMAPI_SERVER_BASE_URL: amazon.url,
        ASK_LWA_TOKEN_HOST: amazon.url,
        ASK_SHARE_USAGE: 'false',
      };
      await run(ASK, ['deploy', '--target', 'skill-metadata'], { cwd: project, env, timeout: 40_000 });
      const uploaded = amazon.packages[0]?.toString('latin1') ?? '';
      expect(uploaded.startsWith('PK')).toBe(true);
      expect(uploaded).toContain('skill.json');
      expect(uploaded).toContain('interactionModels/custom/en-GB.json');
      expect(readFileSync(join(project, '.ask', 'ask-states.json'), 'utf8')).toContain('amzn1.ask.skill.deployed');
      rmSync(project, { recursive: true });
    }, 60_000);

    test('ask dialog talks on a terminal until .quit', async () => {
      const child = spawn(ASK, ['dialog', '--skill-id', SKILL_ID, '--locale', 'en-US'], { cwd: PROJECT, env: environment() });
      const lines = ['open front desk', 'where is the gym', '.quit'];
      let out = '';
      const closed = new Promise((resolve) => child.on('close', resolve));
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        // Each time Alexa has spoken - and once at the beginning - the visitor says the next line.
        const spoken = out.match(/Alexa > /gu)?.length ?? 0;
        if (out.includes('User') && lines.length > 0 && spoken >= 3 - lines.length && out.trimEnd().endsWith('>'))
          child.stdin.write(`${lines.shift() ?? ''}\n`);
      });
      const timer = setTimeout(() => child.kill(), 30_000);
      await closed;
      clearTimeout(timer);
      expect(out.replace(ANSI_COLOUR, '')).toMatch(/Welcome to the front desk[^]*basement/u);
    }, 60_000);

    test('ask smapi simulate-skill reaches the skill', async () => {
      await ask(
        'smapi',
        'simulate-skill',
        '--skill-id',
        SKILL_ID,
        '--stage',
        'development',
        '--input-content',
        'open front desk',
        '--device-locale',
        'en-US',
      );
      expect(amazon.calls.filter((call) => call.startsWith('POST /v2/skills/'))).not.toEqual([]);
    }, 60_000);
  });
});
