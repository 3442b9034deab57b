import { Command } from 'commander';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { extractText } from '../library/extract-text';
import { convertAnew } from '../library/originals';
import { openStore } from '../store';

export function reindexCommand(): Command {
  return new Command('reindex')
    .description('convert the kept files and cut all documents into passages anew, also while the server runs')
    .option('--desk <name>', 'the desk, when there are several')
    .action(async ({ desk }: { desk?: string }) => {
      const store = await openStore(dataFolder(readSettings(process.env), desk));
      try {
        const converted = await convertAnew(store.library, extractText, Infinity);
        process.stdout.write(
          `${(await store.library.documents()).length} documents, ${await store.library.reindex()} passages; ${converted} files converted.\n`,
        );
      } finally {
        await store.close();
      }
    });
}
