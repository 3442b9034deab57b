import { Command } from 'commander';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { backUp, restore } from '../store/backup';

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database into a file, also while the server runs')
    .argument('<file>', 'where the copy goes')
    .option('--desk <name>', 'the desk, when there are several')
    .action((file: string, { desk }: { desk?: string }) => {
      backUp(dataFolder(readSettings(process.env), desk), file);
      process.stdout.write(`Saved to ${file}.\n`);
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in the place of the database; stop the server first')
    .argument('<file>', 'a file that backup wrote')
    .option('--desk <name>', 'the desk, when there are several')
    .action((file: string, { desk }: { desk?: string }) => {
      const folder = dataFolder(readSettings(process.env), desk);
      restore(folder, file);
      process.stdout.write(`Restored ${file} into ${folder}; what was there before is front-desk.db.before.\n`);
    });
}
