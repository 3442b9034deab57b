import type Database from 'libsql';
import { EVERYTHING, type Topic, type TopicChange } from '../assistant/ports';
import { comparableName } from '../text/names';

interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly synonyms: string;
  readonly examples: string;
}

const ALL: Topic = { id: EVERYTHING, title: 'everything', synonyms: ['all', 'all topics', 'anything', 'the whole desk'], examples: [] };

/** The topics in the database; each function is to be run by `attempt`. */
export function createTopics(database: Database.Database): {
  all(): Topic[];
  named(name: string): Topic[];
  put(topic: Topic): void;
  change(id: string, change: TopicChange): Topic | undefined;
  removeEmpty(): void;
} {
  const rows = database.prepare('SELECT id, title, synonyms, examples FROM topics ORDER BY position, title');
  const upsert = database.prepare(
    `INSERT INTO topics (id, title, synonyms, examples) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, synonyms = excluded.synonyms, examples = excluded.examples`,
  );
  const move = database.prepare('UPDATE topics SET position = ? WHERE id = ?');
  const deleteEmpty = database.prepare('DELETE FROM topics WHERE id NOT IN (SELECT topic FROM documents)');
  const all = (): Topic[] => (rows.all() as TopicRow[]).map(toTopic);
  const put = ({ id, title, synonyms, examples }: Topic): void => {
    upsert.run(id, title, JSON.stringify(synonyms), JSON.stringify(examples));
  };
  return {
    all,
    named: (name) => {
      const wanted = comparableName(name);
      return [...all(), ALL].filter(({ id, title, synonyms }) =>
        [id, title, ...synonyms].some((known) => comparableName(known) === wanted),
      );
    },
    put,
    change: (id, { position, ...said }) => {
      const before = all().find((topic) => topic.id === id);
      if (!before) return undefined;
      const after: Topic = {
        id,
        title: said.title ?? before.title,
        synonyms: said.synonyms ?? before.synonyms,
        examples: said.examples ?? before.examples,
      };
      put(after);
      if (position !== undefined) move.run(position, id);
      return after;
    },
    removeEmpty: () => {
      deleteEmpty.run();
    },
  };
}

function toTopic(row: TopicRow): Topic {
  return { ...row, synonyms: JSON.parse(row.synonyms) as string[], examples: JSON.parse(row.examples) as string[] };
}
