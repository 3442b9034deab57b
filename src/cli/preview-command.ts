import { basename } from 'node:path';
import { Command } from 'commander';
import { extractText } from '../library/extract-text';
import { readBytes } from './read-bytes';

export function previewCommand(): Command {
  return new Command('preview')
    .description('print what is understood of a document: PDF, DOCX, XLSX, HTML, Markdown, CSV or plain text')
    .argument('<file>', 'the file')
    .action(async (file: string) => {
      process.stdout.write(`${await extractText(basename(file), readBytes(file))}\n`);
    });
}
