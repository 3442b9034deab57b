import { Command } from 'commander';
import { readSettings } from '../config';
import { backUp, restore } from '../store/backup';

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database into a file, also while the server runs')
    .argument('<file>', 'where the copy goes')
    .action((file: string) => {
      backUp(readSettings(process.env).DATA_DIR, file);
      process.stdout.write(`Saved to ${file}.\n`);
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in the place of the database; stop the server first')
    .argument('<file>', 'a file that backup wrote')
    .action((file: string) => {
      const { DATA_DIR } = readSettings(process.env);
      restore(DATA_DIR, file);
      process.stdout.write(`Restored ${file} into ${DATA_DIR}; what was there before is front-desk.db.before.\n`);
    });
}
