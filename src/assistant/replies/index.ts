import { en } from './en';
import type { Replies } from './replies';

const REPLIES: Readonly<Record<string, Replies>> = { en };

/** The replies of a locale such as "en-GB"; English where there are none. */
export function repliesOf(locale: string | undefined): Replies {
  return REPLIES[(locale ?? 'en').slice(0, 2).toLowerCase()] ?? en;
}
