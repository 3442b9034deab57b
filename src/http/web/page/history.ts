import type { Answer } from '../../../client';
import { tabStorage } from './storage';

export interface Exchange {
  readonly question: string;
  readonly answer: Answer;
}

/** Desks of one site share its storage; each page has its own part of it. */
const KEY = `history ${new URL('.', document.baseURI).pathname}`;
const LONGEST = 50;

/** What was said in this tab; it is kept until the tab is closed, so that a reload loses nothing. */
export function history(): readonly Exchange[] {
  return JSON.parse(tabStorage.getItem(KEY) ?? '[]') as Exchange[];
}

export function remember(exchange: Exchange): void {
  tabStorage.setItem(KEY, JSON.stringify([...history(), exchange].slice(-LONGEST)));
}
