import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readSettings } from '../../src/config';
import { describeWith } from '../support/needs';

const DEPLOY = join(__dirname, '..', '..', 'deploy');
const read = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');

/** The lines NAME=VALUE of a text. */
const settingsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\b([A-Z][A-Z_]{2,30})=(\S+)/gu)].map(([, name = '', value = '']) => [name, value]));

test('the compose file gives the desk settings that exist, and a folder that is kept', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: { desk: { environment: Record<string, string>; volumes: string[]; read_only: boolean } };
    volumes: object;
  };
  const { environment } = services.desk;
  expect(Object.keys(readSettings(environment))).toEqual(
    expect.arrayContaining(Object.keys(environment).filter((n) => n !== 'ALEXA_SKILL_ID')),
  );
  expect(services.desk).toMatchObject({ read_only: true, volumes: ['data:/data'] });
  expect(volumes).toHaveProperty('data');
});

test('cloud-init opens ports 80 and 443 beside SSH alone, and gives settings that exist', () => {
  const { write_files: files, runcmd } = parse(read('cloud-init/one-machine.yaml')) as {
    write_files: { path: string; content: string }[];
    runcmd: (string | string[])[];
  };
  const opened = runcmd.filter((command) => Array.isArray(command) && command[1] === 'allow').map((command) => command[2]);
  expect(opened).toEqual(['OpenSSH', '80/tcp', '443/tcp']);
  const env = settingsIn(files.find(({ path }) => path === '/etc/front-desk.env')?.content ?? '');
  expect(Object.keys(env)).toContain('HOST');
  const settings = readSettings(env) as Record<string, unknown>;
  for (const name of Object.keys(env)) expect(settings).toHaveProperty(name);
});

describeWith('/usr/bin/systemd-analyze', 'systemd', 'the unit of systemd', () => {
  test('is one that systemd takes', () => {
    const unit = join(DEPLOY, 'systemd', 'front-desk.service');
    const complaints = execFileSync('bash', ['-c', `systemd-analyze verify --man=no "${unit}" 2>&1 || true`], { encoding: 'utf8' });
    // The program is not installed where the tests run.
    const ours = complaints
      .split('\n')
      .filter((line) => line.includes('front-desk.service') && !/is not executable|Command .* not/u.test(line));
    expect(ours).toEqual([]);
  });
});
