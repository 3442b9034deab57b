import { Command } from 'commander';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { openStore } from '../store';

export function reindexCommand(): Command {
  return new Command('reindex')
    .description('cut all documents into passages anew and rebuild the search, also while the server runs')
    .option('--desk <name>', 'the desk, when there are several')
    .action(async ({ desk }: { desk?: string }) => {
      const store = await openStore(dataFolder(readSettings(process.env), desk));
      try {
        process.stdout.write(`${(await store.library.documents()).length} documents, ${await store.library.reindex()} passages.\n`);
      } finally {
        await store.close();
      }
    });
}
