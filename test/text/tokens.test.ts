import fc from 'fast-check';
import { detokenize, tokenize } from '../../src/text/tokens';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  test.each([
    ['Open from 7 a.m. to 10:30 p.m.', ['Open', 'from', '7', 'a.m.', 'to', '10:30', 'p.m.']],
    ['It costs 1,250 dollars, or $12.50.', ['It', 'costs', '1,250', 'dollars', ',', 'or', '$', '12.50', '.']],
    ["Don't wait: it's Anna's.", ['Do', "n't", 'wait', ':', 'it', "'s", 'Anna', "'s", '.']],
    ['We can’t; they’re out.', ['We', 'ca', 'n’t', ';', 'they', '’re', 'out', '.']],
    ['The Wi-Fi in room 214B', ['The', 'Wi-Fi', 'in', 'room', '214', 'B']],
    ['Mail desk@example.org or see library.example.org/help.', ['Mail', 'desk@example.org', 'or', 'see', 'library.example.org/help', '.']],
    ['“Quiet”, said O’Brien.', ['“', 'Quiet', '”', ',', 'said', 'O’Brien', '.']],
    ['9-5, 24/7, the 3rd, 1960s', ['9', '-', '5', ',', '24/7', ',', 'the', '3rd', ',', '1960s']],
    ['Zürich 東京 naïve 🙂!', ['Zürich', '東京', 'naïve', '🙂', '!']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('offsets always cut the very token out of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
    );
  });

  test('nothing but white space lies between tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(end, token.start)).toMatch(/^\s*$/u);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^\s*$/u);
      }),
    );
  });
});

describe('detokenize', () => {
  test.each([
    "Breakfast isn't served after 10:30 a.m., I'm afraid.",
    'Yes, the pool (on the roof) is open 24/7!',
    'It costs $12.50 or 4% more.',
    'He said "no dogs" and left.',
    "That's Anna's room: number 214.",
  ])('writes %j as it was', (text) => {
    expect(detokenize(words(text))).toBe(text);
  });

  test('keeps every character but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        expect(detokenize(words(text)).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
