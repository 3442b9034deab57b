import { plainTable, type Block } from '../../src/library/convert/blocks';
import { finishBlocks } from '../../src/library/convert/structure';
import { textToBlocks } from '../../src/library/convert/text';
import { writeBlocks } from '../../src/library/convert/write';

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const item = (text: string, level = 0): Block => ({ kind: 'item', level, text });

describe('a table', () => {
  test('is told row by row, each value beside its header', () => {
    const table = plainTable(['Room', 'Weekday', 'Weekend'], [['Double room', '110 dollars', '130 dollars']]);
    expect(writeBlocks([table])).toBe('Double room: Weekday 110 dollars; Weekend 130 dollars.');
  });

  test('gives its values the unit that the header names', () => {
    const table = plainTable(['Item', 'Price (USD)', 'Length (cm)', 'Discount (%)'], [['Mat', '48', '180', '10']]);
    expect(writeBlocks([table])).toBe('Mat: Price 48 dollars; Length 180 cm; Discount 10%.');
  });

  test('gives bare prices the currency that its section states, and no other numbers', () => {
    const table = plainTable(
      ['Bicycle', '1 day', 'Seats', 'Deposit'],
      [
        ['Tandem', '54', '2', '200'],
        ['Cargo bike', 'free', '1', '300'],
      ],
    );
    expect(writeBlocks([heading(1, 'Rates in dollars'), table])).toContain(
      'Bicycle Tandem: 1 day: 54 dollars; Seats 2; Deposit 200 dollars.',
    );
  });

  test('does not take times for prices', () => {
    const table = plainTable(
      ['', 'Monday to Friday', 'Saturday'],
      [
        ['Letters', '17.30', '11.45'],
        ['Parcels', '18.15', '13.00'],
      ],
    );
    expect(writeBlocks([paragraph('A letter costs 2 pounds.'), table])).toContain('Letters: Monday to Friday 17.30; Saturday 11.45.');
  });

  test('of opening hours with the week across is told day by day', () => {
    const table = plainTable(
      ['Season', 'Monday', 'Tuesday', 'Wednesday'],
      [
        ['Summer', 'closed', '9-17', '9-12'],
        ['Winter', 'closed', '10-16', 'closed'],
      ],
    );
    expect(writeBlocks([table])).toBe(
      'Monday: Summer closed; Winter closed.\nTuesday: Summer 9-17; Winter 10-16.\nWednesday: Summer 9-12; Winter closed.',
    );
  });

  test("that is very wide is told in groups, each beginning with the row's name", () => {
    const columns = Array.from({ length: 20 }, (_, index) => `Col${'abcdefghijklmnopqrst'.charAt(index)}`);
    const text = writeBlocks([plainTable(['Name', ...columns], [['Ann', ...columns.map((_, index) => String(index))]])]);
    expect(text.split('. ')).toHaveLength(3);
    for (const sentence of text.split('. ')) expect(sentence).toMatch(/^Ann: /u);
  });
});

describe('a list', () => {
  test('keeps its lead-in on one line', () => {
    expect(writeBlocks([paragraph('Please bring:'), item('A towel'), item('a padlock')])).toBe('Please bring: A towel; a padlock.');
  });

  test('takes its heading as lead-in when it has none and its items are no sentences', () => {
    expect(writeBlocks([heading(1, 'Not covered'), item('Scratches'), item('The loss of a key')])).toBe(
      '# Not covered\n\nNot covered: Scratches; The loss of a key.',
    );
  });

  test('of sentences stays sentences', () => {
    expect(writeBlocks([heading(1, 'Rules'), item('Dogs stay outside.'), item('Nobody runs.')])).toBe(
      '# Rules\n\nDogs stay outside. Nobody runs.',
    );
  });

  test('has items beside the one they stand under', () => {
    expect(writeBlocks([item('Drinks for six hours'), item('with wine: 42 euros', 1), item('without: 24 euros', 1), item('Cake')])).toBe(
      'Drinks for six hours: with wine: 42 euros; without: 24 euros. Cake.',
    );
  });
});

describe('questions and answers', () => {
  test.each([
    ['marked lines', 'Q: Is there a lift?\nA: No.\n\nQ: May I smoke?\nA: Only in the yard.'],
    ['headings that ask', '# Is there a lift?\n\nNo.\n\n# May I smoke?\n\nOnly in the yard.'],
  ])('stay together: %s', (_, text) => {
    expect(writeBlocks(finishBlocks(textToBlocks(text)))).toBe('Q: Is there a lift?\nA: No.\n\nQ: May I smoke?\nA: Only in the yard.');
  });

  test('a term stands before what is said of it', () => {
    expect(writeBlocks([{ kind: 'pair', question: 'Deposit', answer: [paragraph('20 percent.')] }])).toBe('Deposit: 20 percent.');
  });
});

describe('headings', () => {
  test('are the only lines that begin with their mark', () => {
    const text = writeBlocks([heading(1, 'Prices'), paragraph('# 12 is free.\n## 13 as well.'), item('# 14')]);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual(['# Prices']);
  });

  test('have levels without gaps', () => {
    const blocks = finishBlocks([heading(2, 'Desk'), heading(5, 'Hours'), paragraph('Open at noon.')]);
    expect(writeBlocks(blocks)).toBe('# Desk\n\n## Hours\n\nOpen at noon.');
  });

  test('with nothing under them go, unless they tell something', () => {
    const blocks = finishBlocks([paragraph('Open at noon.'), heading(1, 'News'), heading(1, 'Telephone 555 0100')]);
    expect(writeBlocks(blocks)).toBe('Open at noon.\n\nTelephone 555 0100');
  });
});

test('a text that was written is understood as it stands', () => {
  const blocks: Block[] = [
    heading(1, 'Prices'),
    paragraph('All prices hold for one night.'),
    heading(2, 'Rooms'),
    plainTable(['Room', 'Weekday', 'Weekend'], [['Double room', '110 dollars', '130 dollars']]),
    { kind: 'pair', question: 'Is breakfast included?', answer: [paragraph('Yes, on all days.')] },
  ];
  const text = writeBlocks(blocks);
  expect(writeBlocks(finishBlocks(textToBlocks(text)))).toBe(text);
});
