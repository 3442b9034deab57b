import { createHash, randomBytes } from 'node:crypto';
import type Database from 'libsql';
import { AssistantError } from '../assistant/errors';
import type { KeyInfo, KeyRing, Role } from '../assistant/ports';
import { attempt } from './attempt';

const ID_LENGTH = 12;
const MOST_KEYS = 1_000;

/** Keys with their roles. Only their SHA-256 is stored; a key has 192 random bits, so it needs no slower hash. */
export function createKeyRing(database: Database.Database): KeyRing {
  const insert = database.prepare('INSERT INTO keys (hash, role) VALUES (?, ?)');
  const select = database.prepare('SELECT role FROM keys WHERE hash = ?');
  const count = database.prepare('SELECT count(*) AS keys FROM keys');
  const all = database.prepare(`SELECT substr(hash, 1, ${ID_LENGTH}) AS id, role, created_at AS createdAt FROM keys ORDER BY created_at`);
  const remove = database.prepare(`DELETE FROM keys WHERE substr(hash, 1, ${ID_LENGTH}) = ?`);
  return {
    isEmpty: () => attempt(() => (count.get() as { keys: number }).keys === 0),
    create: async (role) => {
      const key = randomBytes(24).toString('base64url');
      await attempt(() => {
        if ((count.get() as { keys: number }).keys >= MOST_KEYS) throw tooManyKeys();
        insert.run(hashOf(key), role);
      });
      return key;
    },
    roleOf: (key) => attempt(() => (select.get(hashOf(key)) as { role: Role } | undefined)?.role),
    list: () => attempt(() => all.all() as KeyInfo[]),
    revoke: (id) => attempt(() => remove.run(id).changes > 0),
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function tooManyKeys(): AssistantError {
  return new AssistantError('invalid-request', `There are ${MOST_KEYS} keys already. Revoke those that are not used.`);
}
