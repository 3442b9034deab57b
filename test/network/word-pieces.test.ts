import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WordPieces } from '../../src/network/word-pieces';
import { MODEL_FOLDER } from '../support/network';

const wordPieces = new WordPieces(readFileSync(join(MODEL_FOLDER, 'pieces.txt'), 'utf8'));

/** As the tokenizer that the pretrained encoder came with splits them (Python's tokenizers 0.23). */
const KNOWN: readonly (readonly [string, readonly number[]])[] = [
  ['breakfast', [6350]],
  ['unaffable', [14477, 20961, 3468]],
  ['supercalifragilisticexpialidocious', [3565, 9289, 10128, 29181, 24411, 4588, 10288, 19312, 21273, 10085, 6313]],
  ['Wi-Fi', [15536, 1011, 10882]],
  ['a.m.', [1037, 1012, 1049, 1012]],
  ['10:30', [2184, 1024, 2382]],
  ['£1.50', [14534, 1012, 2753]],
  ['€5', [1574, 2629]],
  ['info@desk.example', [18558, 1030, 4624, 1012, 2742]],
  ['don’t', [2123, 1005, 1056]],
  ["n't", [1050, 1005, 1056]],
  ['café', [7668]],
  ['İstanbul', [9960]],
  ['ΣΊΣΥΦΟΣ', [1173, 18199, 29733, 29735, 29736, 29730, 29733]],
  ['½', [1092]],
  ['日本語', [1864, 1876, 1950]],
  ['C++', [1039, 1009, 1009]],
  ['“hi”', [1523, 7632, 1524]],
  ['a\u200bb', [11113]],
  ['🙂', [100]],
  ['a'.repeat(101), [100]],
];

test.each(KNOWN)('%s is split as the pretrained encoder learnt it', (token, ids) => {
  expect(wordPieces.split(token)).toEqual(ids);
});

test('a token of which nothing is left is an unknown piece, so that every token has one', () => {
  expect(wordPieces.split('\u200b')).toEqual([100]);
});
