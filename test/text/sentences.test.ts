import { EVIDENCE_WINDOW, evidenceWindow, splitSentences, surroundings } from '../../src/text/sentences';
import { tokenize } from '../../src/text/tokens';

const sentences = (text: string): string[] => {
  const tokens = tokenize(text);
  return splitSentences(text, tokens).map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
};

describe('splitSentences', () => {
  test('ends at full stops, not at abbreviations', () => {
    expect(sentences('We open at 7 a.m. Monday to Friday. Ask Dr. Patel. It is 2.5 km away!')).toEqual([
      'We open at 7 a.m. Monday to Friday.',
      'Ask Dr. Patel.',
      'It is 2.5 km away!',
    ]);
  });

  test('a number belongs to the abbreviation before it', () => {
    expect(sentences('Tell ext. 4358 or tel. 555 0101. Platform no. 5 is closed.')).toEqual([
      'Tell ext. 4358 or tel. 555 0101.',
      'Platform no. 5 is closed.',
    ]);
  });

  test('a time may end a sentence', () => {
    expect(sentences('The bar closes at 1 a.m. The pool is open.')).toEqual(['The bar closes at 1 a.m.', 'The pool is open.']);
  });

  test('lines of a list are sentences', () => {
    expect(sentences('Bring:\n- a towel\n- a lock')).toEqual(['Bring:', '- a towel', '- a lock']);
  });
});

test('the window of a long dictated text lies around the evidence', () => {
  const tokens = tokenize('word '.repeat(300));
  const window = evidenceWindow(splitSentences('word '.repeat(300), tokens), { start: 150, end: 153 });
  expect(window.end - window.start).toBe(EVIDENCE_WINDOW);
  expect(window.start).toBeLessThan(150);
  expect(window.end).toBeGreaterThan(153);
});

test('surroundings give the sentence alone and with its neighbours', () => {
  const text = 'One is here. Two is there. Three is away. Four stays.';
  const at = text.indexOf('there');
  expect(surroundings(text, at, at + 5)).toEqual({ sentence: 'Two is there.', around: 'One is here. Two is there. Three is away.' });
});
