import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { AssistantError } from '../../src/assistant/errors';
import { convertDocument } from '../../src/library/convert/convert';

const CASES = join(__dirname, '..', 'fixtures', 'cases');
const NAMES = ['a.html', 'a.md', 'a.txt', 'a.csv', 'a.pdf', 'a.docx', 'a.xlsx', 'a'];
const MARKUP =
  '<p> <table> <tr> <td colspan=3> </table> <li> <ul> <details> <summary> <dl> <dt> | --- # ## * - 1. ``` > [ ] ( ) ! : ; , . ? " &amp; \t \n \r\n 12 $ % a B é';

const understands = async (name: string, bytes: Uint8Array): Promise<void> => {
  try {
    const text = await convertDocument(name, bytes);
    expect(text).toMatch(/[\p{L}\p{N}]/u);
    expect(text).not.toMatch(/[\u00ad\u200b\ufeff]|\n{3}/u);
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    expect(error.message).toMatch(/[.!]$/u);
  }
};

describe('whatever a file holds, it is understood or refused with advice', () => {
  test('any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 400 }), understands), { numRuns: 300 });
  });

  test('marks of all formats in any order', async () => {
    const markup = fc.array(fc.constantFrom(...MARKUP.split(' '), ' ', '\n', '\n\n'), { maxLength: 80 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), markup, (name, text) => understands(name, Buffer.from(text))),
      { numRuns: 400 },
    );
  });

  test('real files with some bytes changed', async () => {
    const files = readdirSync(CASES).filter((file) => !file.startsWith('29'));
    const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), change, (file, changes) => {
        const bytes = readFileSync(join(CASES, file));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return understands(file, bytes);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
