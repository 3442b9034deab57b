import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { EVERYTHING, type DocumentInfo, type Library, type NewDocument, type Passage, type Topic } from '../assistant/ports';
import { comparableName } from '../text/names';
import { splitSections } from '../text/sections';
import { tokenize } from '../text/tokens';
import { attempt, inTransaction } from './attempt';

interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly synonyms: string;
  readonly examples: string;
}

interface PassageRow {
  readonly title: string;
  readonly heading: string;
  readonly start: number;
  readonly text: string;
}

const ALL: Topic = { id: EVERYTHING, title: 'everything', synonyms: ['all', 'all topics', 'anything', 'the whole desk'], examples: [] };
const DOCUMENT_INFO = `SELECT d.id, d.topic, d.title, d.origin, length(d.text) AS characters, d.added_at AS addedAt,
  (SELECT count(*) FROM passages p WHERE p.document = d.id) AS passages FROM documents d`;

/** The texts in the database, found by full-text search (FTS5: Porter stems, bm25, headings weighing double, a topic's title and synonyms like its text). */
export function createLibrary(database: Database.Database): Library {
  const topicRows = database.prepare('SELECT id, title, synonyms, examples FROM topics ORDER BY title');
  const upsertTopic = database.prepare(
    `INSERT INTO topics (id, title, synonyms, examples) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, synonyms = excluded.synonyms, examples = excluded.examples`,
  );
  const sameDocument = database.prepare('SELECT id FROM documents WHERE topic = ? AND title = ?');
  const insertDocument = database.prepare('INSERT INTO documents (id, topic, title, origin, text) VALUES (?, ?, ?, ?, ?)');
  const insertPassage = database.prepare('INSERT INTO passages (document, subject, heading, start, text) VALUES (?, ?, ?, ?, ?)');
  const renameSubject = database.prepare(
    'UPDATE passages SET subject = ? WHERE subject <> ? AND document IN (SELECT id FROM documents WHERE topic = ?)',
  );
  const deletePassages = database.prepare('DELETE FROM passages WHERE document = ?');
  const deleteDocument = database.prepare('DELETE FROM documents WHERE id = ?');
  const deleteEmptyTopics = database.prepare('DELETE FROM topics WHERE id NOT IN (SELECT topic FROM documents)');
  const allInfo = database.prepare(`${DOCUMENT_INFO} ORDER BY d.topic, d.title`);
  const infoPage = database.prepare(`${DOCUMENT_INFO} ORDER BY d.topic, d.title LIMIT ? OFFSET ?`);
  const countDocuments = database.prepare('SELECT count(*) AS total FROM documents');
  const oneInfo = database.prepare(`${DOCUMENT_INFO} WHERE d.id = ?`);
  const oneText = database.prepare('SELECT text FROM documents WHERE id = ?');
  const match = database.prepare(
    `SELECT d.title, p.heading, p.start, p.text FROM passages_text JOIN passages p ON p.id = passages_text.rowid JOIN documents d ON d.id = p.document
     WHERE passages_text MATCH ? AND (? = '${EVERYTHING}' OR d.topic = ?) ORDER BY bm25(passages_text, 1.0, 2.0, 1.0) LIMIT ?`,
  );
  const first = database.prepare(
    `SELECT d.title, p.heading, p.start, p.text FROM passages p JOIN documents d ON d.id = p.document
     WHERE ? = '${EVERYTHING}' OR d.topic = ? ORDER BY p.id LIMIT ?`,
  );

  const topics = (): Topic[] =>
    (topicRows.all() as TopicRow[]).map((row) => ({
      ...row,
      synonyms: JSON.parse(row.synonyms) as string[],
      examples: JSON.parse(row.examples) as string[],
    }));
  const topicsNamed = (name: string): Topic[] => {
    const wanted = comparableName(name);
    return [...topics(), ALL].filter((topic) =>
      [topic.id, topic.title, ...topic.synonyms].some((known) => comparableName(known) === wanted),
    );
  };
  const forget = (documentId: string): void => {
    deletePassages.run(documentId);
    deleteDocument.run(documentId);
  };
  const insertPassages = (id: string, subject: string, text: string): void => {
    for (const { heading, start, text: passage } of splitSections(text)) insertPassage.run(id, subject, heading, start, passage);
  };
  const store = (document: NewDocument): string => {
    const { topic, title, origin, text } = document;
    upsertTopic.run(topic.id, topic.title, JSON.stringify(topic.synonyms), JSON.stringify(topic.examples));
    const subject = subjectOf(topic);
    renameSubject.run(subject, subject, topic.id);
    const before = sameDocument.get(topic.id, title) as { id: string } | undefined;
    if (before) forget(before.id);
    const id = before?.id ?? randomUUID();
    insertDocument.run(id, topic.id, title, origin, text);
    insertPassages(id, subject, text);
    return id;
  };
  const reindex = (): number => {
    const textsOf = database.prepare('SELECT id, text FROM documents WHERE topic = ?');
    for (const topic of topics()) {
      for (const { id, text } of textsOf.all(topic.id) as { id: string; text: string }[]) {
        deletePassages.run(id);
        insertPassages(id, subjectOf(topic), text);
      }
    }
    database.prepare("INSERT INTO passages_text (passages_text) VALUES ('rebuild')").run();
    return (database.prepare('SELECT count(*) AS passages FROM passages').get() as { passages: number }).passages;
  };
  const drop = (documentId: string): boolean => {
    const known = oneText.get(documentId) !== undefined;
    forget(documentId);
    deleteEmptyTopics.run();
    return known;
  };

  return {
    topics: () => attempt(topics),
    findTopic: (name) => attempt(() => topicsNamed(name)[0]),
    topicsNamed: (name) => attempt(() => topicsNamed(name)),
    search: (topicId, question, limit) =>
      attempt(() => {
        const query = toQuery(question);
        const found = query ? (match.all(query, topicId, topicId, limit) as PassageRow[]) : [];
        return (found.length > 0 ? found : (first.all(topicId, topicId, limit) as PassageRow[])).map(toPassage);
      }),
    documents: () => attempt(() => allInfo.all() as DocumentInfo[]),
    documentPage: (limit, offset) =>
      attempt(() => ({ items: infoPage.all(limit, offset) as DocumentInfo[], ...(countDocuments.get() as { total: number }) })),
    text: (documentId) => attempt(() => (oneText.get(documentId) as { text: string } | undefined)?.text),
    put: (document) => attempt(() => inTransaction(database, () => oneInfo.all(store(document))[0] as DocumentInfo)),
    reindex: () => attempt(() => inTransaction(database, reindex)),
    remove: (documentId) => attempt(() => inTransaction(database, () => drop(documentId))),
  };
}

/** What a passage is found by beside its own words. */
function subjectOf({ title, synonyms }: Topic): string {
  return [title, ...synonyms].join(', ');
}

function toPassage({ title, heading, start, text }: PassageRow): Passage {
  return { text, start, source: heading && heading !== title ? `${title}, ${heading}` : title };
}

const TOO_COMMON = new Set(
  (
    'a an the of to in on at by for from with and or is are was were be been am do does did has have had will would can could may might should ' +
    'it its i you we they he she me us them my your our their this that these those there what which who whom whose when where why how much many ' +
    'long far please tell know about if so any some get go'
  ).split(' '),
);

/** The question's telling words, any of which may be found; empty when there is none. */
function toQuery(question: string): string {
  const words = tokenize(question.toLowerCase()).map(({ text }) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
  return [...new Set(words.filter((word) => word && !TOO_COMMON.has(word)))].map((word) => `"${word}"`).join(' OR ');
}
