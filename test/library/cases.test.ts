import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssistantError } from '../../src/assistant/errors';
import { convertDocument } from '../../src/library/convert/convert';

const read = (file: string, name = file): Promise<string> =>
  convertDocument(name, readFileSync(join(__dirname, '..', 'fixtures', 'cases', file)));

const refusal = async (file: string): Promise<AssistantError> => {
  const error: unknown = await read(file).then(
    (text) => text,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AssistantError)) throw new Error(`${file} was taken: ${String(error)}`);
  return error;
};

describe('a table', () => {
  test('of Markdown says each value beside its row and column', async () => {
    const text = await read('16-table.md');
    expect(text).toContain('Room Single: Weekday 80 dollars; Weekend 95 dollars.');
    expect(text).toContain('Room Double: Weekday 110 dollars; Weekend 130 dollars.');
  });

  test('of CSV says each value beside its row and column', async () => {
    expect(await read('27c-table.csv')).toBe('Monday: Opens 8:00; Closes 17:00.\nSaturday: Opens 10:00; Closes 14:00.\nSunday: closed.');
  });

  test('set with tabs in Word says each value beside its row', async () => {
    const text = await read('11-breaks-hyphens.docx');
    expect(text).toContain('Mon: 9 a.m. to 5 p.m.\nSat: 10 a.m. to 2 p.m.');
  });
});

describe('a PDF', () => {
  test("has words broken at line ends whole again, and keeps a hyphen that is the word's own", async () => {
    const text = await read('02-hyphenation.pdf');
    expect(text).toContain('the swimming pool after nine in the evening need a transparent wristband, which the receptionist hands out');
    expect(text).toContain('The check-out time is 11 a.m.');
  });

  test.each(['03-two-columns.pdf', '27d-junk-before.pdf'])(
    'is read column by column, whatever stands before its header: %s',
    async (file) => {
      expect(await read(file)).toBe(
        [
          '# Parking',
          'The garage opens at 6 a.m. and closes at midnight. A day costs 18 dollars.',
          '# Bicycles',
          'Bicycles are kept in the shed behind the kitchen. The lock code is 5521.',
        ].join('\n\n'),
      );
    },
  );

  test('with hardly any text on its pages is refused with what to do', async () => {
    const error = await refusal('04b-scanned-page-number.pdf');
    expect(error.code).toBe('document-unreadable');
    expect(error.message).toMatch(/OCR/u);
  });

  test('says each value of a table beside its row and column', async () => {
    const text = await read('05-table.pdf');
    expect(text).toContain('# Opening hours of the library\n\nMonday: Opens 8:00; Closes 17:00.\nTuesday: Opens 9:00; Closes 18:00.');
  });

  test('has what repeats at the edges of its pages gone, and sentences whole over the page', async () => {
    const text = await read('06-header-footer.pdf');
    expect(text).not.toMatch(/Harbour House|Page \d/u);
    expect(text).toContain('pay a replacement fee of 35 dollars, which is refunded');
  });
});

describe('Markdown', () => {
  test('is read without its marks: fences, boxes, rules, links and quotes', async () => {
    const text = await read('16-table.md');
    expect(text).not.toMatch(/[|`\][>*_]|={3}|\^/u);
    expect(text).toContain('See https://hotel.example/rooms or the map.');
    expect(text).toContain('wifi: lantern');
  });

  test('has its footnote after the sentence that refers to it', async () => {
    expect(await read('16-table.md')).toContain('All prices include breakfast. Except on public holidays.');
  });

  test('has its underlined heading as a heading', async () => {
    expect(await read('16-table.md')).toContain('# Setext heading\n\nThe spa is closed on Mondays.');
  });
});

describe('a web page', () => {
  test('is read as its visitor sees it', async () => {
    expect(await read('15-page.html')).toBe(
      [
        '# Pool & sauna',
        'The pool opens at 8 a.m. – the sauna at 10 a.m.',
        '## Towels',
        'Towels cost 3€ at the desk…',
        'Children: Children swim free until they are 6.',
        'Lockers: 1 dollar',
        'Hair dryers: free',
      ].join('\n\n'),
    );
  });

  test('in parts keeps line breaks, and items under their parents', async () => {
    expect(await read('15c-fragment.htm')).toBe(
      'Dogs are not allowed in the restaurant.\nThey may stay in the lobby.\n\n1) Keep them on a leash. The leash is 2 metres at most.',
    );
  });

  test('saved as .txt is read as the page it is', async () => {
    expect(await read('27g-saved.txt')).toBe('The bar opens at 5 p.m.');
  });
});

describe('Word', () => {
  test('has its items under their parents', async () => {
    const text = await read('07-nested-list.docx');
    expect(text).toContain('After ten in the evening: Ring the bell at the side gate; The night porter answers within five minutes.');
    expect(text).toContain('After one in the morning: Call 555 0142 (The call costs nothing).');
  });

  test('has its footnote after the sentence that refers to it', async () => {
    expect(await read('09-footnote.docx')).toBe('The buffet costs 14 dollars and closes at ten. Children under four eat free of charge.');
  });

  test('has its soft hyphens gone and its hard ones kept', async () => {
    expect(await read('11-breaks-hyphens.docx')).toContain('The Wi-Fi password is marigold77.');
  });

  test('of a million empty paragraphs is refused at once', async () => {
    expect(await refusal('29-many-empty-paragraphs.docx')).toMatchObject({ code: 'document-too-large' });
  });
});

describe('plain text', () => {
  test.each(['13-utf16le.txt', '13b-cp1252.txt'])('is read in whatever encoding it is: %s', async (file) => {
    expect(await read(file)).toBe('The café opens at 7 a.m.\nThe terrace closes at 9 p.m.\nA pot of tea costs £4.');
  });

  test('loses what is not seen', async () => {
    const text = await read('14-invisible.txt');
    expect(text).toContain('The swimming pool is open from 8 a.m. to 9 p.m. every day.');
    expect(text).toContain('The Wi-Fi password is sunflower99.');
    expect(text).toContain('The elevator code is 2468.');
    expect(text).not.toMatch(/[\u00ad\u200b-\u200f\u202f\u2060]/u);
  });
});

test.each([
  ['27-letter.rtf', /save it as DOCX or PDF/u],
  ['27h-mail.eml', /Copy its text/u],
])('%s is refused with what to do instead', async (file, advice) => {
  const error = await refusal(file);
  expect(error.code).toBe('document-unreadable');
  expect(error.message).toMatch(advice);
});
