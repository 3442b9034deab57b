import { Command } from 'commander';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { openStore } from '../store';

export function reindexCommand(): Command {
  return new Command('reindex')
    .description('cut all documents into passages anew and rebuild the search, also while the server runs')
    .option('--desk <name>', 'the desk, when there are several')
    .action(({ desk }: { desk?: string }) => {
      const store = openStore(dataFolder(readSettings(process.env), desk));
      try {
        process.stdout.write(`${store.library.documents().length} documents, ${store.library.reindex()} passages.\n`);
      } finally {
        store.close();
      }
    });
}
