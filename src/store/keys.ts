import { createHash, randomBytes } from 'node:crypto';
import type Database from 'libsql';
import type { KeyRing } from '../assistant/ports';
import { guarded } from './database';

/** Keys of managers. Only their SHA-256 is stored; a key has 192 random bits, so it needs no slower hash. */
export function createKeyRing(database: Database.Database): KeyRing {
  const insert = database.prepare("INSERT INTO keys (hash, role) VALUES (?, 'manager')");
  const select = database.prepare('SELECT 1 FROM keys WHERE hash = ?');
  const count = database.prepare('SELECT count(*) AS keys FROM keys');
  return {
    isEmpty: () => guarded(() => (count.get() as { keys: number }).keys === 0),
    create: () => {
      const key = randomBytes(24).toString('base64url');
      guarded(() => insert.run(hashOf(key)));
      return key;
    },
    accepts: (key) => guarded(() => select.get(hashOf(key)) !== undefined),
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
