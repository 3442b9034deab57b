import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { Command } from 'commander';
import { z } from 'zod';
import { parseLanguageModel } from '../alexa/simulator/language-model';
import { SimulatedDevice, type Endpoint } from '../alexa/simulator/simulated-device';

interface DialogArguments {
  readonly url: string;
  readonly locale: string;
  readonly skillId: string;
  readonly replay?: string;
}

const MODELS = join(__dirname, '..', '..', 'skill-package', 'interactionModels', 'custom');

/** ask-cli's own replay format. */
const replaySchema = z.object({ skillId: z.string(), locale: z.string(), type: z.literal('text'), userInput: z.array(z.string().min(1)) });

export function dialogCommand(): Command {
  return new Command('dialog')
    .description('talk to the skill of a running server as Alexa would, without Amazon (the server needs ALEXA_VERIFICATION=off)')
    .option('--url <address>', 'the Alexa route of the server', 'http://127.0.0.1:3000/alexa')
    .option('--locale <locale>', 'whose interaction model is used', 'en-US')
    .option('--skill-id <id>', 'sent as the skill', 'amzn1.ask.skill.local')
    .option('--replay <file>', "say the lines of a replay file in ask-cli's format")
    .action(async (options: DialogArguments) => {
      const replay = options.replay === undefined ? undefined : readReplay(options.replay);
      const locale = replay?.locale ?? options.locale;
      const device = new SimulatedDevice(readModel(locale), postTo(options.url), {
        skillId: replay?.skillId ?? options.skillId,
        locale,
        userId: `amzn1.ask.account.dialog-${Date.now()}`,
      });
      if (replay) for (const line of replay.userInput.filter((input) => !input.startsWith('.'))) await exchange(device, line, true);
      else await converse(device);
    });
}

async function converse(device: SimulatedDevice): Promise<void> {
  process.stdout.write('Say "open front desk" to begin; .quit ends.\n');
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'User  > ' });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '.quit') break;
    if (line.trim()) await exchange(device, line, false);
    lines.prompt();
  }
  lines.close();
}

async function exchange(device: SimulatedDevice, line: string, echo: boolean): Promise<void> {
  if (echo) process.stdout.write(`User  > ${line}\n`);
  const { speech, ended } = await device.say(line);
  process.stdout.write(`Alexa > ${speech}\n${ended ? 'Session ended\n' : ''}`);
}

function postTo(url: string): Endpoint {
  return async (envelope) => {
    let response: Response;
    try {
      response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(envelope) });
    } catch (error) {
      throw new Error(`No server answers at ${url}. Start it with ALEXA_VERIFICATION=off npm start.`, { cause: error });
    }
    if (!response.ok) throw new Error(`The server refused the request (${response.status}). Is it running with ALEXA_VERIFICATION=off?`);
    return (await response.json()) as ResponseEnvelope;
  };
}

function readModel(locale: string): ReturnType<typeof parseLanguageModel> {
  return parseLanguageModel(readJson(join(MODELS, `${locale}.json`), `There is no interaction model for ${locale}.`));
}

function readReplay(file: string): z.infer<typeof replaySchema> {
  const result = replaySchema.safeParse(readJson(file, `The replay file ${file} cannot be read.`));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readJson(file: string, problem: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(problem, { cause: error });
  }
}
