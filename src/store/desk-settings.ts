import type Database from 'libsql';
import type { DeskSettings, DeskSettingsStore } from '../assistant/ports';
import { attempt } from './attempt';

export function createDeskSettingsStore(database: Database.Database): DeskSettingsStore {
  const select = database.prepare('SELECT settings FROM desk WHERE id = 1');
  const upsert = database.prepare(
    'INSERT INTO desk (id, settings) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  );
  return {
    get: () => attempt(() => JSON.parse((select.get() as { settings: string } | undefined)?.settings ?? '{}') as DeskSettings),
    put: (settings) =>
      attempt(() => {
        upsert.run(JSON.stringify(settings));
      }),
  };
}
