import { row, type Matrix } from '../../src/network/matrix';
import type { ModelFiles } from '../../src/network/model-folder';
import type { Network } from '../../src/network/network';
import { encodeText } from '../../src/network/text-encoder';
import { tokenize } from '../../src/text/tokens';
import { startNetwork } from '../support/network';

const WORDS = 'The pool on the roof opens at seven and closes at ten in the evening .'.split(' ');
let network: Network;
let files: ModelFiles;

beforeAll(async () => {
  ({ network, files } = await startNetwork());
});

test('every token gets what its spelling and its context say, and the text a direction of its own', async () => {
  const tokens = tokenize('Breakfast is served in the Schönbrunn room.');
  const encoded = await encodeText(network, files, tokens);
  expect([encoded.vectors.rows, encoded.hidden.rows]).toEqual([tokens.length, tokens.length]);
  expect(Math.hypot(...encoded.sentence)).toBeCloseTo(1, 3);
});

test('texts on the same matter point in the same direction', async () => {
  const [pool, swim, taxi] = await Promise.all(
    ['The pool opens at seven.', 'When can I go for a swim?', 'A taxi to the airport costs 30 euros.'].map(
      async (text) => (await encodeText(network, files, tokenize(text))).sentence,
    ),
  );
  expect(cosine(pool, swim)).toBeGreaterThan(cosine(taxi, swim) + 0.2);
});

test('a long text is read in windows, each piece in the one where it has more text around it', async () => {
  const text = Array.from({ length: 60 }, () => WORDS).flat();
  let given: Matrix | undefined;
  const listening: Network = {
    ...network,
    encode: (inputs) => {
      given = inputs.pieces;
      return network.encode(inputs);
    },
  };
  const encoded = await encodeText(listening, files, tokenize(text.join(' ')));
  expect(encoded.hidden.rows).toBe(text.length);
  const ids = text.flatMap((word) => files.wordPieces.split(word));
  const window = async (start: number): Promise<Matrix> =>
    (await network.contextualize([101, ...ids.slice(start, start + 510), 102])).pieces;
  const [first, second, last] = [await window(0), await window(382), await window(764)];
  expect(given?.rows).toBe(ids.length + 2);
  expect(row(given as Matrix, 446)).toEqual(row(first, 446));
  expect(row(given as Matrix, 447)).toEqual(row(second, 65));
  expect(row(given as Matrix, ids.length + 1)).toEqual(row(last, last.rows - 1));
});

function cosine(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
