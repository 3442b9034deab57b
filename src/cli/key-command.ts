import { Command, Option } from 'commander';
import { ROLES, type Role } from '../assistant/ports';
import { AssistantError } from '../assistant/errors';
import { readSettings } from '../config';
import { dataFolder } from '../desks';
import { openStore } from '../store';

interface KeyOptions {
  readonly role: Role;
  readonly desk?: string;
  readonly list?: true;
  readonly revoke?: string;
}

export function keyCommand(): Command {
  return new Command('key')
    .description('make a key, for /manage and the API; it is shown once')
    .addOption(new Option('--role <role>', 'what it is for').choices(ROLES).default('manager'))
    .option('--desk <name>', 'the desk it opens, when there are several')
    .option('--list', 'show the keys there are, without their secrets')
    .option('--revoke <id>', 'take a key back')
    .action(async ({ role, desk, list, revoke }: KeyOptions) => {
      const store = await openStore(dataFolder(readSettings(process.env), desk));
      try {
        if (list) for (const key of await store.keys.list()) process.stdout.write(`${key.id}  ${key.role}  ${key.createdAt}\n`);
        else if (revoke === undefined) process.stdout.write(`${await store.keys.create(role)}\n`);
        else if (!(await store.keys.revoke(revoke)))
          throw new AssistantError('key-unknown', `There is no key ${revoke}. See front-desk key --list.`);
      } finally {
        await store.close();
      }
    });
}
