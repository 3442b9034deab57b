import { Command } from 'commander';
import { readSettings } from '../config';
import { openStore } from '../store';

export function keyCommand(): Command {
  return new Command('key')
    .description("make a manager's key, for /manage and the manager's part of the API; it is shown once")
    .action(() => {
      const store = openStore(readSettings(process.env).DATA_DIR);
      try {
        process.stdout.write(`${store.keys.create()}\n`);
      } finally {
        store.close();
      }
    });
}
