import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { convertDocument } from '../../src/library/convert/convert';

const read = (file: string): Promise<string> => convertDocument(file, readFileSync(join(__dirname, '..', 'fixtures', file)));
const text = (name: string, content: string): Promise<string> => convertDocument(name, Buffer.from(content));

describe('a web page', () => {
  const page = (body: string, style = ''): Promise<string> =>
    text('page.html', `<!doctype html><html><head><style>${style}</style></head><body><h1>Inn</h1>${body}</body></html>`);

  test('is read without what its style sheet hides, but not what it hides on paper alone', async () => {
    const read = await page(
      '<p class="old">Rooms cost 60 dollars.</p><p class="new">Rooms cost 80 dollars.</p>',
      '@media print { .new { display: none } } .old { display: none }',
    );
    expect(read).toContain('80 dollars');
    expect(read).not.toContain('60 dollars');
  });

  test('is read with the answers that a visitor opens', async () => {
    const read = await page(
      '<h2><button aria-expanded="false" aria-controls="a">Is there a lift?</button></h2><div id="a" hidden><p>Yes, to all floors.</p></div>',
    );
    expect(read).toContain('Q: Is there a lift?\nA: Yes, to all floors.');
  });

  test('is read without what is crossed out', async () => {
    expect(await page('<p>A bed costs <s>30</s> 25 dollars.</p>')).toContain('A bed costs 25 dollars.');
  });

  test('is read whole where it has no main part, without menu, banner, aside and footer', async () => {
    const read = await page(
      '<ul><li><a href="/a">Home</a></li><li><a href="/b">Rooms</a></li><li><a href="/c">Bar</a></li></ul><div class="cookie-bar">We use cookies.</div>' +
        '<p>The bar opens at noon.</p><p>It has a terrace.</p><aside>Follow us!</aside><footer>Imprint</footer>',
    );
    expect(read).toBe('# Inn\n\nThe bar opens at noon.\n\nIt has a terrace.');
  });

  test('has cells that span rows and columns beside each of their headers', async () => {
    const read = await page(
      '<table><tr><th rowspan=2>Room</th><th colspan=2>In summer</th></tr><tr><th>Weekday</th><th>Weekend</th></tr>' +
        '<tr><td>Single</td><td>$80</td><td>$90</td></tr><tr><td>Attic</td><td colspan=2>closed</td></tr></table>',
    );
    expect(read).toContain('Room Single: In summer, Weekday $80; In summer, Weekend $90.');
    expect(read).toContain('Room Attic: In summer, Weekday and In summer, Weekend closed.');
  });

  test('in the encoding that it declares', async () => {
    const bytes = Buffer.from(
      '<html><head><meta charset="iso-8859-2"></head><body><p>Pan \xa3ukasz opens at 9.</p></body></html>',
      'latin1',
    );
    expect(await convertDocument('page.html', bytes)).toBe('Pan Łukasz opens at 9.');
  });

  test('of three thousand nested elements is read', async () => {
    expect(await text('deep.html', `<html>${'<div>'.repeat(3000)}The bar opens at noon.`)).toBe('The bar opens at noon.');
  });
});

describe('Word', () => {
  const word = (body: string): Promise<string> =>
    convertDocument(
      'leaflet.docx',
      zipSync({
        '[Content_Types].xml': strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
        '_rels/.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        'word/document.xml': strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
        ),
      }),
    );

  test('is read without its hidden text', async () => {
    const read = await word(
      '<w:p><w:r><w:t>Open at noon.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> Draft: at one.</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Closed on Monday.</w:t></w:r></w:p>',
    );
    expect(read).toBe('Open at noon. Closed on Monday.');
  });
});

describe('Excel', () => {
  test('is read as its sheets show it: formats, titles, no hidden sheets or rows', async () => {
    expect(await read('prices.xlsx')).toBe(
      [
        '# Rooms',
        'Room prices 2026.\nRoom Single: Weekday 80.00 €; Weekend 95.50 €; Since 1 April 2026.\n' +
          'Room Double: Weekday 110.00 €; Weekend 130.00 €; Since 1 April 2026.\nRoom Suite: Weekday on request; Since 1 May 2026.',
        'The desk closes at 11 p.m.',
        '# Opening hours',
        'Monday: Opens 8:00; Closes 17:30.\nSaturday: Opens 10:00; Closes 14:00.\nDiscount: Opens 15%.',
      ].join('\n\n'),
    );
  });
});

test('a tagged PDF is read by its tags', async () => {
  const understood = await read('tagged.pdf');
  expect(understood).toContain('## Rooms\n\nRoom Single: Weekday 80; Weekend 90.');
  expect(understood).toContain('Bring: a towel. A padlock: small.');
});

describe('plain text', () => {
  test('wrapped by hand runs on, and lines ended on purpose stay', async () => {
    const read = await text(
      'notice.txt',
      'LAST POSTING DAYS\n\nLetters: 20 December\nParcels: 18 December\n\nOn 24 December the post counter closes at 12.30 and the parcel desk at\n14.00. On 31 December both close at 15.00.\n',
    );
    expect(read).toContain('Letters: 20 December\nParcels: 18 December');
    expect(read).toContain('the parcel desk at 14.00. On 31 December both close at 15.00.');
  });

  test('has tables set with spaces or tabs told row by row', async () => {
    const read = await text('prices.txt', 'Room      Weekday   Weekend\nSingle    80        95\nDouble    110       130\n');
    expect(read).toBe('Room Single: Weekday 80; Weekend 95.\nRoom Double: Weekday 110; Weekend 130.');
  });

  test('has underlined lines as headings', async () => {
    expect(await text('a.txt', 'Bar\n===\n\nOpen at noon.\n\nKitchen\n-------\nOpen at one.\n')).toBe(
      '# Bar\n\nOpen at noon.\n\n## Kitchen\n\nOpen at one.',
    );
  });
});

test.each([
  ['a picture', 'menu.pdf', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), /picture/u],
  ['an old Word file', 'menu.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), /save it as DOCX/u],
  ['an archive', 'all.zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), /Unpack it/u],
  ['XML', 'feed.xml', Buffer.from('<?xml version="1.0"?><rss><a>b</a></rss>'), /is XML/u],
  ['JSON', 'data.json', Buffer.from('{"a": "b"}'), /is JSON/u],
])('%s is refused with what to do instead', async (_, name, bytes, advice) => {
  await expect(convertDocument(name, bytes)).rejects.toMatchObject({
    code: 'document-unreadable',
    message: expect.stringMatching(advice) as string,
  });
});
