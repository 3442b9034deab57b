import { basename, parse } from 'node:path';
import { Command } from 'commander';
import { addDocument } from '../assistant/documents';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { extractText } from '../library/extract-text';
import { openStore } from '../store';
import { readBytes } from './read-bytes';

export function importCommand(): Command {
  return new Command('import')
    .description('take documents into the library: PDF, DOCX, HTML, Markdown, CSV or plain text')
    .argument('<files...>', 'the files')
    .option('--topic <name>', 'the topic they belong to; each its own, named like the file, if left out')
    .option('--desk <name>', 'the desk they belong to, when there are several')
    .action(async (files: string[], { topic, desk }: { topic?: string; desk?: string }) => {
      const store = await openStore(dataFolder(readSettings(process.env), desk));
      try {
        for (const file of files) {
          const bytes = readBytes(file);
          const info = await addDocument(
            { library: store.library, extractText },
            { topic: topic ?? parse(file).name, name: basename(file), bytes },
          );
          process.stdout.write(
            `${file}: ${info.passages} passages, ${info.characters} characters, topic ${info.topic}${info.replaced ? `, in the place of ${info.replaced.name}` : ''}\n`,
          );
        }
      } finally {
        await store.close();
      }
    });
}
