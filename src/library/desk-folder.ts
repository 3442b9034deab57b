import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EVERYTHING, type Library, type Passage, type Topic } from '../assistant/ports';
import { rankPieces, splitPieces } from '../text/passages';

interface LoadedTopic extends Topic {
  readonly passages: readonly Passage[];
}

/**
 * The texts of a folder, one Markdown or plain text file a topic. The first heading is its title; a line
 * "Also called: food, dining" right after it names synonyms. Throws when the folder cannot be read.
 */
export function loadDeskFolder(folder: string): Library {
  const files = readdirSync(folder)
    .filter((file) => /\.(?:md|txt)$/u.test(file))
    .sort();
  const loaded = files.map((file) => loadTopic(file, readFileSync(join(folder, file), 'utf8')));
  const everything: LoadedTopic = {
    id: EVERYTHING,
    title: 'everything',
    synonyms: ['all', 'all topics', 'anything', 'the whole desk'],
    passages: loaded.flatMap((topic) => topic.passages),
  };
  const byName = new Map<string, LoadedTopic>();
  for (const topic of [...loaded, everything]) {
    for (const name of [topic.id, topic.title, ...topic.synonyms]) byName.set(normalise(name), topic);
  }
  const byId = new Map([...loaded, everything].map((topic) => [topic.id, topic]));
  return {
    topics: () => loaded.map(({ id, title, synonyms }) => ({ id, title, synonyms })),
    findTopic: (name) => byName.get(normalise(name)),
    search: (topicId, question, limit) => rankPieces(byId.get(topicId)?.passages ?? [], question).slice(0, limit),
  };
}

function loadTopic(file: string, content: string): LoadedTopic {
  const id = file.replace(/\.\w+$/u, '').toLowerCase();
  const heading = /^#\s+(.+)$/mu.exec(content);
  const also = /^Also called:\s*(.+)$/mu.exec(content);
  const bodyStart = Math.max(heading ? heading.index + heading[0].length : 0, also ? also.index + also[0].length : 0);
  const title = heading?.[1]?.trim() ?? id.replace(/-/gu, ' ');
  const body = content.slice(bodyStart);
  return {
    id,
    title,
    synonyms: also?.[1]?.split(',').map((name) => name.trim()) ?? [],
    passages: splitPieces(body).map((piece) => ({ text: piece.text, start: piece.start + bodyStart, source: title })),
  };
}

function normalise(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|our|your)\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
