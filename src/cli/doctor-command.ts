import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { readSettings, type Settings } from '../config';
import { readDeskFolder } from '../library/desk-folder';
import { startEngine } from '../network/engines';
import { readModelFolder } from '../network/model-folder';
import { deskFolder, modelFolder } from '../shipped';
import { openStore } from '../store';

interface Finding {
  readonly name: string;
  readonly report: string;
  readonly wrong: boolean;
}

const PROJECT = join(__dirname, '..', '..');

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is in use - settings, engine, model, store, texts - and what is wrong')
    .action(async () => {
      const findings = await examine(process.env);
      for (const { name, report, wrong } of findings) process.stdout.write(`${wrong ? 'WRONG' : 'ok   '}  ${name.padEnd(9)} ${report}\n`);
      if (findings.some(({ wrong }) => wrong)) process.exitCode = 1;
    });
}

async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const findings = [await find('node', () => `Node.js ${process.version}`)];
  let settings: Settings | undefined;
  findings.push(
    await find('settings', () => {
      settings = readSettings(env);
      const chosen = Object.entries(settings).filter(([, value]) => value !== undefined);
      return chosen.map(([name, value]) => `${name}=${String(value)}`).join(' ');
    }),
  );
  if (!settings) return findings;
  const inUse = settings;
  const { BACKEND, DATA_DIR } = inUse;
  findings.push(
    await find('engine', async () => (await startEngine(BACKEND)).name),
    await find('model', () => {
      const folder = modelFolder(inUse);
      const { manifest, vocabulary, graphs } = readModelFolder(folder);
      const bytes = Object.values(graphs).reduce((sum, graph) => sum + graph.byteLength, 0);
      return `${manifest.version} in ${folder}: ${(bytes / 1e6).toFixed(1)} MB, ${vocabulary.size} words, checksums hold`;
    }),
    await find('store', async () => {
      if (!existsSync(DATA_DIR)) return examineMissing(DATA_DIR);
      const store = await openStore(DATA_DIR);
      await store.close();
      return resolve(store.file);
    }),
    await find('texts', async () => {
      const folder = deskFolder(inUse);
      return `${(await readDeskFolder(folder)).map(({ topic }) => topic.id).join(', ') || 'none'} in ${folder}`;
    }),
    await find('page', () => {
      const page = join(PROJECT, 'dist', 'page', 'index.html');
      if (!existsSync(page)) throw new Error('The chat page is not built. Run npm run build.');
      return page;
    }),
  );
  return findings;
}

function examineMissing(folder: string): string {
  let parent = dirname(resolve(folder));
  while (!existsSync(parent)) parent = dirname(parent);
  accessSync(parent, constants.W_OK);
  return `${resolve(folder)} will be made at the first start`;
}

async function find(name: string, examine: () => string | Promise<string>): Promise<Finding> {
  try {
    return { name, report: await examine(), wrong: false };
  } catch (error) {
    return { name, report: error instanceof Error ? error.message : String(error), wrong: true };
  }
}
