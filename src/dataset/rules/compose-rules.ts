import { integer, pick, shuffle, type Random } from '../random';
import type { Reading, ReadingQuestion } from '../reading';
import { readExceptions, stateException, type Exceptions } from './exceptions';
import { readLimits, stateLimit, type Limits } from './limits';
import { stateOpening } from './opening-hours';
import { readPairings, statePairings, type Pairings } from './pairings';
import { askUnstated, readRelations, stateRule, type Relations } from './relations';
import { readSeasons, stateSeason, type Seasons } from './seasons';
import { asSentence, type Statement } from './statement';
import { readTimes, stateTime, type Times } from './times';
import { chooseStatements, readThemes, type Theme } from './themes';

export interface Rules {
  readonly relations: Relations;
  readonly themes: readonly Theme[];
  readonly pairings: Pairings;
  readonly exceptions: Exceptions;
  readonly seasons: Seasons;
  readonly limits: Limits;
  readonly times: Times;
}

/** Reads data/desk/polarity. Throws with the place when a file breaks its format. */
export function readRules(deskFolder: string): Rules {
  return {
    relations: readRelations(deskFolder),
    themes: readThemes(deskFolder),
    pairings: readPairings(deskFolder),
    exceptions: readExceptions(deskFolder),
    seasons: readSeasons(deskFolder),
    limits: readLimits(deskFolder),
    times: readTimes(deskFolder),
  };
}

const THEME_SHARE = 0.35;

/**
 * Composes a paragraph of statements that allow or forbid, have or lack, limit or tell opening hours, with questions
 * about them, most of them yes/no, and one that it does not answer.
 */
export function composeRules(rules: Rules, random: Random, serial: number): Reading {
  const { statements, stray } = random() < THEME_SHARE ? composeTheme(rules.themes, random) : composeRelations(rules, random);
  let context = '';
  const questions = shuffle(random, statements).flatMap(({ text, asks }, index): ReadingQuestion[] => {
    const start = context === '' ? 0 : context.length + 1;
    context += `${context === '' ? '' : ' '}${asSentence(text)}`;
    return asks.map(({ question, answer, evidence = text }, n) => {
      const at = start + text.indexOf(evidence);
      return {
        id: `rule-${serial}-${index}-${n}`,
        text: question,
        evidence: { start: at, end: at + evidence.length },
        sentence: answer,
        style: 'spoken' as const,
        golds: [evidence],
      };
    });
  });
  const unanswered = { id: `rule-${serial}-stray`, text: stray, golds: [] };
  return { source: 'desk-polarity', title: `rule-${serial}`, context, questions: [...questions, unanswered] };
}

interface Composed {
  readonly statements: readonly Statement[];
  readonly stray: string;
}

function composeRelations({ relations, pairings, exceptions, seasons, limits, times }: Rules, random: Random): Composed {
  const used = new Set<string>();
  const statements = Array.from({ length: integer(random, 1, 2) }, () => stateRule(relations, random, used));
  if (random() < 0.5) statements.push(stateException(exceptions, random));
  if (random() < 0.7) statements.push(stateSeason(seasons, random));
  if (random() < 0.5) statements.push(stateOpening(random));
  if (random() < 0.7) statements.push(stateLimit(limits, random));
  if (random() < 0.7) statements.push(stateTime(times, random));
  if (random() < 0.5) statements.push(statePairings(pairings, random));
  return { statements, stray: askUnstated(relations, random, used) };
}

function composeTheme(themes: readonly Theme[], random: Random): Composed {
  const { chosen, left } = chooseStatements(pick(random, themes), random, integer(random, 2, 6));
  return { statements: chosen, stray: pick(random, pick(random, left).asks).question };
}
