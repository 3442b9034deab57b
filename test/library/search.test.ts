import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answering } from '../../src/answering/answer';
import type { Library } from '../../src/assistant/ports';
import { createLibrary } from '../../src/library/searchable';
import { extractText } from '../../src/library/extract-text';
import { convertAnew, keepOriginal } from '../../src/library/originals';
import { editDistance } from '../../src/library/search/near-words';
import { openStore, type Store } from '../../src/store';
import { loadNetwork } from '../support/model';

let folder: string;
let answering: Answering;
let store: Store;
let library: Library;

const failed = (error: unknown): void => {
  throw error;
};
const open = async (): Promise<void> => {
  store = await openStore(folder);
  const vectors = (texts: readonly string[]): Promise<Float32Array[]> => Promise.all(texts.map((text) => answering.encoder.vector(text)));
  library = createLibrary(store.library, { version: 'test', vectors }, failed);
};
const put = (topic: string, text: string, synonyms: string[] = [], name = `${topic}.md`): Promise<unknown> =>
  library.put({ topic: { id: topic, title: topic, synonyms, examples: [] }, name, title: topic, origin: 'upload', text });
const found = async (question: string, topic = 'everything'): Promise<string[]> =>
  (await library.passagesFor(topic, question)).map(({ text }) => text);

beforeAll(async () => {
  answering = await loadNetwork();
}, 60_000);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
  await open();
});
afterEach(async () => {
  await library.settled();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** More passages than are read, so that the search has to choose. */
const shelves = Array.from({ length: 30 }, (_, n) => `# Shelf ${n}\n\nBox ${n} holds ropes of many kinds.`).join('\n\n');

test('a passage is found by stems, by a word with a wrong letter, and by its heading', async () => {
  await put('store', shelves);
  await put('museum', '# Museum\n\n## Planetarium\n\nThe shows begin at noon.\n\n## Umbrellas\n\nThey are borrowed at the door.');
  expect((await found('when do the showing begin'))[0]).toBe('The shows begin at noon.');
  expect((await found('where is the planetarum'))[0]).toBe('The shows begin at noon.');
  expect((await found('umberlla'))[0]).toBe('They are borrowed at the door.');
});

test('a small topic is read whole, whatever is asked', async () => {
  await put('museum', 'The shows begin at noon.');
  expect(await found('who feeds the penguins', 'museum')).toEqual(['The shows begin at noon.']);
});

test('a topic that is renamed is found by its new names and no more by its old ones', async () => {
  await put('store', shelves);
  await put('boats', 'The jetty is here.', ['quxmarkers']);
  expect((await found('quxmarkers'))[0]).toBe('The jetty is here.');
  await library.changeTopic('boats', { synonyms: ['ferries'] });
  expect((await found('ferries'))[0]).toBe('The jetty is here.');
  const left = (await library.search('everything', 'quxmarkers', 20)).map(({ text }) => text);
  expect(left).not.toContain('The jetty is here.');
});

test('what another process stores is found at once, and vectors are kept for the next start', async () => {
  await put('store', shelves);
  await library.settled();
  const other = await openStore(folder);
  await other.library.put({
    topic: { id: 'cellar', title: 'Cellar', synonyms: [], examples: [] },
    name: 'note.txt',
    title: 'note',
    origin: 'upload',
    text: 'The harpsichord stands in the vaulted cellar.',
  });
  await other.close();
  expect((await found('where is the harpsichord'))[0]).toContain('vaulted cellar');
  await library.settled();
  expect((await store.library.passages('test')).every(({ vector }) => vector?.length === 384)).toBe(true);
});

test('passages can be cut anew from the documents alone', async () => {
  await put('boats', 'The jetty is behind the mill.');
  expect(await library.reindex()).toBe(1);
  expect(await found('jetty')).toHaveLength(1);
});

test('the distance of two words counts letters put in, taken out, changed and swapped', () => {
  expect([
    editDistance('towel', 'towle'),
    editDistance('towel', 'tower'),
    editDistance('towel', 'towels'),
    editDistance('', 'abc'),
  ]).toEqual([1, 1, 1, 3]);
});

test('a kept file is converted anew when its text was made by an older conversion', async () => {
  const original = await keepOriginal(Buffer.from('The jetty is behind the mill.'));
  const topic = { id: 'boats', title: 'Boats', synonyms: [], examples: [] };
  const { id } = await library.put({ topic, name: 'jetty.txt', title: 'jetty', origin: 'upload', text: 'Teh jety.', original });
  expect(await convertAnew(library, extractText)).toBe(0);
  expect(await convertAnew(library, extractText, Infinity)).toBe(1);
  expect(await library.text(id)).toBe('The jetty is behind the mill.');
});
