import type { Attention } from '../assistant/ports';
import { escapeHtml } from './escape-html';

const CELL = 14;
const LEFT = 90;
const TOP = 90;
const VISIBLE = 0.04;

/** A foldable picture of what the decoder looked at: a row for each spoken word, a column for each token it could see. */
export function attentionPicture({ places, words }: Attention): string {
  const width = LEFT + CELL * places.length + 20;
  const height = TOP + CELL * words.length + 4;
  const columns = places.map(
    ({ text }, column) => `<text transform="translate(${LEFT + CELL * (column + 0.7)} ${TOP - 4}) rotate(-60)">${escapeHtml(text)}</text>`,
  );
  const rows = words.map(({ word, weights }, row) => {
    const y = TOP + CELL * row;
    const cells = weights.map((weight, column) =>
      weight < VISIBLE ? '' : `<rect x="${LEFT + CELL * column}" y="${y}" width="${CELL}" height="${CELL}" fill-opacity="${weight}"/>`,
    );
    return `<text x="${LEFT - 5}" y="${y + CELL - 3}" text-anchor="end">${escapeHtml(word)}</text>${cells.join('')}`;
  });
  return `<details><summary>attention</summary><svg class="attention" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="Attention">${columns.join('')}${rows.join('')}</svg></details>`;
}
