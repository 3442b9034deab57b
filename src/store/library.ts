import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import type { DocumentInfo, DocumentStore, KeptOriginal, NewDocument, StoredPassage, TakenDocument } from '../assistant/ports';
import { CUTTER, cutPassages } from '../library/cut';
import { attempt, inTransaction } from './attempt';
import { createTopics } from './topics';

interface PassageRow extends Omit<StoredPassage, 'vector'> {
  /** The driver reads a blob as an ArrayBuffer. */
  readonly vector: ArrayBuffer | null;
}

interface OriginalRow extends Omit<KeptOriginal, 'gzip'> {
  readonly gzip: ArrayBuffer;
}

const DOCUMENT_INFO = `SELECT d.id, d.topic, d.name, d.title, d.origin, length(d.text) AS characters, d.added_at AS addedAt,
  (SELECT count(*) FROM passages p WHERE p.document = d.id) AS passages FROM documents d`;

/** The texts in the database, and the passages they are cut into. What an older version cut is cut anew. */
export async function createDocumentStore(database: Database.Database): Promise<DocumentStore> {
  const topics = createTopics(database);
  // A document from before whole names were kept is the one of any file with its title.
  const sameDocument = database.prepare(
    `${DOCUMENT_INFO} WHERE d.topic = ? AND (d.name = ? OR (d.name = d.title AND d.title = ? AND d.original IS NULL AND d.title <> 'Notes'))
     ORDER BY d.name = ? DESC`,
  );
  const insertDocument = database.prepare(
    'INSERT INTO documents (id, topic, name, title, origin, text, original, converter) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertPassage = database.prepare('INSERT INTO passages (document, path, start, text) VALUES (?, ?, ?, ?)');
  const deletePassages = database.prepare('DELETE FROM passages WHERE document = ?');
  const deleteDocument = database.prepare('DELETE FROM documents WHERE id = ?');
  const allInfo = database.prepare(`${DOCUMENT_INFO} ORDER BY d.topic, d.name`);
  const infoPage = database.prepare(`${DOCUMENT_INFO} ORDER BY d.topic, d.name LIMIT ? OFFSET ?`);
  const countDocuments = database.prepare('SELECT count(*) AS total FROM documents');
  const oneInfo = database.prepare(`${DOCUMENT_INFO} WHERE d.id = ?`);
  const oldInfo = database.prepare(`${DOCUMENT_INFO} WHERE d.original IS NOT NULL AND d.converter < ?`);
  const oneText = database.prepare('SELECT text FROM documents WHERE id = ?');
  const oneOriginal = database.prepare('SELECT original AS gzip, converter FROM documents WHERE id = ? AND original IS NOT NULL');
  const allPassages = database.prepare(
    `SELECT p.id, d.topic, p.document, d.title, p.path, p.start, p.text, CASE WHEN p.vector_model = ? THEN p.vector END AS vector
     FROM passages p JOIN documents d ON d.id = p.document ORDER BY p.id`,
  );
  const setVector = database.prepare('UPDATE passages SET vector = ?, vector_model = ? WHERE id = ?');
  const state = database.prepare('SELECT version, cutter FROM library');
  const changed = database.prepare('UPDATE library SET version = version + 1');

  const stateNow = (): { version: number; cutter: number } => state.get() as { version: number; cutter: number };
  /** One transaction after which everybody's search knows of the change. */
  const change = <T>(action: () => T): Promise<T> =>
    attempt(() =>
      inTransaction(database, () => {
        changed.run();
        return action();
      }),
    );
  const forget = (documentId: string): void => {
    deletePassages.run(documentId);
    deleteDocument.run(documentId);
  };
  const insertPassages = (id: string, text: string): void => {
    for (const { path, start, text: passage } of cutPassages(text)) insertPassage.run(id, path, start, passage);
  };
  const put = ({ topic, name, title, origin, text, original }: NewDocument): TakenDocument => {
    topics.put(topic);
    const before = sameDocument.all(topic.id, name, title, name)[0] as DocumentInfo | undefined;
    if (before) forget(before.id);
    const id = before?.id ?? randomUUID();
    insertDocument.run(id, topic.id, name, title, origin, text, original ? Buffer.from(original.gzip) : null, original?.converter ?? null);
    insertPassages(id, text);
    const replaced = before && { name: before.name, characters: before.characters, addedAt: before.addedAt };
    return { ...(oneInfo.all(id)[0] as DocumentInfo), ...(replaced && { replaced }) };
  };
  const cutAnew = (): number => {
    const texts = database.prepare('SELECT id, text FROM documents').all() as { id: string; text: string }[];
    for (const { id, text } of texts) {
      deletePassages.run(id);
      insertPassages(id, text);
    }
    database.prepare('UPDATE library SET cutter = ?').run(CUTTER);
    return (database.prepare('SELECT count(*) AS passages FROM passages').get() as { passages: number }).passages;
  };
  if ((await attempt(stateNow)).cutter < CUTTER) await change(cutAnew);

  return {
    topics: () => attempt(() => topics.all()),
    findTopic: (name) => attempt(() => topics.named(name)[0]),
    topicsNamed: (name) => attempt(() => topics.named(name)),
    changeTopic: (id, said) => change(() => topics.change(id, said)),
    documents: () => attempt(() => allInfo.all() as DocumentInfo[]),
    documentPage: (limit, offset) =>
      attempt(() => ({ items: infoPage.all(limit, offset) as DocumentInfo[], ...(countDocuments.get() as { total: number }) })),
    text: (documentId) => attempt(() => (oneText.get(documentId) as { text: string } | undefined)?.text),
    original: (documentId) => attempt(() => toOriginal(oneOriginal.all(documentId)[0] as OriginalRow | undefined)),
    convertedBefore: (converter) => attempt(() => oldInfo.all(converter) as DocumentInfo[]),
    put: (document) => change(() => put(document)),
    reindex: () => change(cutAnew),
    remove: (documentId) =>
      change(() => {
        const known = oneText.get(documentId) !== undefined;
        forget(documentId);
        topics.removeEmpty();
        return known;
      }),
    version: () => attempt(() => stateNow().version),
    passages: (model) => attempt(() => (allPassages.all(model) as PassageRow[]).map(toPassage)),
    putVectors: (model, vectors) =>
      change(() => {
        for (const [id, vector] of vectors) setVector.run(Buffer.from(vector.buffer, vector.byteOffset, vector.length), model, id);
      }),
  };
}

function toPassage({ vector, ...row }: PassageRow): StoredPassage {
  return { ...row, vector: vector ? new Int8Array(vector) : undefined };
}

function toOriginal(row: OriginalRow | undefined): KeptOriginal | undefined {
  return row && { ...row, gzip: new Uint8Array(row.gzip) };
}
