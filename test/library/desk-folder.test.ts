import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeskFolder } from '../../src/library/desk-folder';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'front-desk-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder of many files is read whole, and each names its topic in its first lines, whatever its format', async () => {
  const notes = ['Also called: food, the bar', 'Ask, for example: When is dinner? Is there tea?'];
  writeFileSync(join(folder, 'a.md'), `# Dining\n\n${notes.join('\n')}\n\nDinner is at six.\n`);
  writeFileSync(join(folder, 'b.html'), `<h1>Dining</h1>${notes.map((note) => `<p>${note}</p>`).join('')}<p>Dinner is at six.</p>`);
  writeFileSync(join(folder, 'c.txt'), `Dining\n${notes.join('\n')}\n\nDinner is at six.\n`);
  for (let n = 0; n < 20; n += 1) writeFileSync(join(folder, `room-${n}.txt`), `Room ${n} is on the second floor.\n`);
  const documents = await readDeskFolder(folder);
  expect(documents).toHaveLength(23);
  for (const { topic, text } of documents.slice(0, 3)) {
    expect(topic).toMatchObject({ title: 'Dining', synonyms: ['food', 'the bar'], examples: ['When is dinner?', 'Is there tea?'] });
    expect(text).toBe('Dinner is at six.');
  }
});
