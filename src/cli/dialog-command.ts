import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { parseLanguageModel } from '../alexa/simulator/language-model';
import { ARBITRATIONS, type Arbitration } from '../alexa/simulator/resolve-utterance';
import { SimulatedDevice, type Endpoint, type Exchange } from '../alexa/simulator/simulated-device';

interface DialogArguments {
  readonly endpoint?: string;
  readonly package: string;
  readonly locale: string;
  readonly arbitration: Arbitration;
  readonly verbose?: true;
  readonly skillId: string;
  readonly replay?: string;
}

const PACKAGE = join(__dirname, '..', '..', 'skill-package');

/** ask-cli's own replay format. */
const replaySchema = z.object({ skillId: z.string(), locale: z.string(), type: z.literal('text'), userInput: z.array(z.string().min(1)) });

export function dialogCommand(): Command {
  return new Command('dialog')
    .description('talk to the skill of a running server as Alexa would, without Amazon (the server needs ALEXA_VERIFICATION=off)')
    .option('--endpoint <address>', 'the Alexa route of the server (default: /alexa on PORT of this machine)')
    .option('--package <folder>', 'the skill package of the desk, as front-desk skill writes it', PACKAGE)
    .addOption(
      new Option('--arbitration <which>', "what wins when a sentence is asked for: other intents' samples, or the sentence")
        .choices(ARBITRATIONS)
        .default('intents'),
    )
    .option('--verbose', 'show the intent, the slots and the SSML of each turn')
    .option('--locale <locale>', 'whose interaction model is used', 'en-US')
    .option('--skill-id <id>', 'sent as the skill', 'amzn1.ask.skill.local')
    .option('--replay <file>', "say the lines of a replay file in ask-cli's format")
    .action(async (options: DialogArguments) => {
      const replay = options.replay === undefined ? undefined : readReplay(options.replay);
      const locale = replay?.locale ?? options.locale;
      const device = new SimulatedDevice(readModel(options.package, locale), postTo(options.endpoint ?? localEndpoint(process.env)), {
        skillId: replay?.skillId ?? options.skillId,
        locale,
        userId: `amzn1.ask.account.dialog-${Date.now()}`,
        arbitration: options.arbitration,
      });
      const show = options.verbose ? showAll : showSpeech;
      if (replay) for (const line of replay.userInput.filter((input) => !input.startsWith('.'))) await exchange(device, line, show, true);
      else await converse(device, show);
    });
}

type Show = (exchange: Exchange) => string;

async function converse(device: SimulatedDevice, show: Show): Promise<void> {
  process.stdout.write('Say "open front desk" to begin; .quit ends.\n');
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'User  > ' });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '.quit') break;
    if (line.trim()) await exchange(device, line, show, false);
    lines.prompt();
  }
  lines.close();
}

async function exchange(device: SimulatedDevice, line: string, show: Show, echo: boolean): Promise<void> {
  if (echo) process.stdout.write(`User  > ${line}\n`);
  process.stdout.write(show(await device.say(line)));
}

function showSpeech({ speech, ended }: Exchange): string {
  return `Alexa > ${speech}\n${ended ? 'Session ended\n' : ''}`;
}

function showAll(exchange: Exchange): string {
  const { outputSpeech } = exchange.response.response;
  const ssml = outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
  const slots = exchange.slots.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
  return `        ${exchange.intent}${slots}\n${showSpeech(exchange)}        ${ssml}\n`;
}

/** Where `front-desk serve` listens with the same settings. */
function localEndpoint({ PORT }: NodeJS.ProcessEnv): string {
  return `http://127.0.0.1:${PORT ?? '3000'}/alexa`;
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

function readModel(folder: string, locale: string): ReturnType<typeof parseLanguageModel> {
  return parseLanguageModel(
    readJson(
      join(folder, 'interactionModels', 'custom', `${locale}.json`),
      `There is no interaction model for ${locale} in ${folder}. Write it with front-desk skill --locale ${locale} --out ${folder}.`,
    ),
  );
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
