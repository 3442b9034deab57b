import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Prompts } from './prompts';

const PROMPTS: Readonly<Record<string, Prompts>> = { en, de, es, fr };

/** The prompts of a locale such as "en-GB"; English where there are none. */
export function promptsOf(locale: string): Prompts {
  return PROMPTS[locale.slice(0, 2).toLowerCase()] ?? en;
}
