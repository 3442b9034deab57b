import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { DocumentStore, NewDocument, Topic } from '../assistant/ports';
import { toSlug } from '../text/names';
import { extractText } from './extract-text';
import { readTopicLines } from './topic-lines';

const KINDS = /\.(?:md|markdown|txt|html?|pdf|docx|csv|xlsx)$/iu;

/**
 * The texts of a folder, one file a topic. The first heading of a text is its title; lines "Also called:
 * food, dining" and "Ask, for example: When is dinner?" right after it name synonyms and suggestions. Throws when the folder or a file of it cannot be read.
 */
export async function readDeskFolder(folder: string): Promise<NewDocument[]> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. Set DESK_DIR to the folder of the desk's texts.`);
  const files = readdirSync(folder)
    .filter((file) => KINDS.test(file))
    .sort();
  const documents: NewDocument[] = [];
  for (const file of files) documents.push(toDocument(file, await extractText(file, readFileSync(join(folder, file)))));
  return documents;
}

function toDocument(file: string, converted: string): NewDocument {
  const id = toSlug(parse(file).name);
  const { title, synonyms, examples, text } = readTopicLines(converted);
  const topic: Topic = { id, title: title ?? id.replace(/-/gu, ' '), synonyms, examples };
  return { topic, name: file, title: topic.title, origin: 'folder', text };
}

/** Makes the library hold what the folder holds now: new and changed texts are taken in, vanished ones leave. */
export async function followDeskFolder(library: DocumentStore, folder: string): Promise<void> {
  const wanted = await readDeskFolder(folder);
  for (const info of (await library.documents()).filter(({ origin }) => origin === 'folder')) {
    if (!wanted.some(({ topic, name }) => topic.id === info.topic && name === info.name)) await library.remove(info.id);
  }
  const known = new Map((await library.documents()).map((info) => [`${info.topic}/${info.name}`, info]));
  for (const document of wanted) {
    const before = known.get(`${document.topic.id}/${document.name}`);
    const isSame =
      before && (await library.text(before.id)) === document.text && sameTopic(await library.findTopic(document.topic.id), document.topic);
    if (!isSame) await library.put(document);
  }
}

function sameTopic(a: Topic | undefined, b: Topic): boolean {
  return JSON.stringify(a) === JSON.stringify({ id: b.id, title: b.title, synonyms: b.synonyms, examples: b.examples });
}
