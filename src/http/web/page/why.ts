import type { Attention } from '../../../client';
import { make } from './dom';

const WORTH_TELLING = 0.3;

/** A picture of what was looked at: a row for each spoken word, a column for each word of the text, darker for more. */
export function whyPicture({ places, words }: Attention): HTMLElement {
  const table = document.createElement('table');
  table.className = 'why';
  table.setAttribute('role', 'img');
  table.setAttribute(
    'aria-label',
    `What was looked at. ${words
      .map((row) => looksInWords(row, places))
      .filter(Boolean)
      .join(' ')}`,
  );
  const head = document.createElement('tr');
  head.append(make('th', ''), ...places.map(({ text }) => headCell(text)));
  table.append(head, ...words.map(({ word, weights }) => bodyRow(word, weights)));
  const scroll = make('div', '', 'scroll');
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', 'Why this answer');
  scroll.append(table);
  return scroll;
}

function headCell(text: string): HTMLElement {
  const cell = document.createElement('th');
  cell.append(make('span', text));
  return cell;
}

function bodyRow(word: string, weights: readonly number[]): HTMLElement {
  const row = document.createElement('tr');
  row.append(
    make('th', word),
    ...weights.map((weight) => {
      const cell = document.createElement('td');
      cell.style.setProperty('--weight', String(weight));
      cell.title = `${Math.round(100 * weight)} %`;
      return cell;
    }),
  );
  return row;
}

/** "Garden" looked at "garden". */
function looksInWords({ word, weights }: Attention['words'][number], places: Attention['places']): string {
  const strongest = weights.indexOf(Math.max(...weights));
  return (weights[strongest] ?? 0) < WORTH_TELLING ? '' : `“${word}” at “${places[strongest]?.text ?? ''}”.`;
}
