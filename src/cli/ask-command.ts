import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { answerFromText } from '../assistant/ask-question';
import { extractText } from '../library/extract-text';
import { warmModel } from './warm-model';

interface AskArguments {
  readonly context: string;
  readonly json?: boolean;
}

export function askCommand(): Command {
  return new Command('ask')
    .description('answer a question from a file: text, Markdown, HTML, PDF or DOCX')
    .argument('<question>', 'what to ask, in quotes')
    .requiredOption('--context <file>', 'the text that holds the answer; - reads standard input')
    .option('--json', 'print everything that is known about the answer')
    .action(async (question: string, options: AskArguments) => {
      const context = await extractText(options.context, readContext(options.context));
      const model = await warmModel(process.env);
      try {
        const answer = await answerFromText({ model, clock: Date.now }, question, context);
        process.stdout.write(options.json ? `${JSON.stringify(answer, null, 2)}\n` : `${answer.answer}\n`);
      } finally {
        await model.close();
      }
    });
}

function readContext(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Error(`The context ${file} cannot be read. Give --context the path of a text file.`, { cause: error });
  }
}
