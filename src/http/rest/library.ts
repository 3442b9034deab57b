import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { addDocument, addSentence, changeTopic, removeDocument } from '../../assistant/documents';
import { AssistantError } from '../../assistant/errors';
import { EVERYTHING } from '../../assistant/ports';
import { requireTopic } from '../../assistant/set-context';
import { listRoute } from './paging';
import { KEY_REFUSALS, route, type Route } from './route';

const uploadSchema = z.object({
  topic: z.string({ error: 'Say in the address which topic the document belongs to: ?topic=Parking&name=parking.pdf' }),
  name: z.string({ error: 'Say in the address how the file is called: ?topic=Parking&name=parking.pdf' }).min(1).max(120),
});
const searchSchema = z.object({
  q: z.string({ error: 'Say what to look for: ?q=parking' }).min(1).max(500),
  topic: z.string().default(EVERYTHING),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
const noteSchema = z.strictObject({ topic: z.string(), sentence: z.string().min(3).max(500), question: z.string().max(500).optional() });

const names = z.array(z.string().trim().min(1).max(200)).max(30);
const topicSchema = z.strictObject({
  title: z.string().trim().min(1).max(80).optional(),
  synonyms: names.optional(),
  examples: names.optional(),
  /** 1 for the first. */
  position: z.number().int().min(1).max(1000).optional(),
});

/** Topics and search are for visitors; documents are the manager's. */
export function libraryRoutes(assistant: Assistant): Route[] {
  const { library } = assistant;
  return [
    route({ method: 'get', path: '/topics', summary: 'The topics', role: 'visitor', answers: { 200: 'The topics' } }, async () => ({
      topics: await library.topics(),
    })),
    route(
      {
        method: 'put',
        path: '/topics/{id}',
        summary: 'Change how a topic is called, what else it is called, what to ask for example, or its place among the topics',
        role: 'manager',
        body: topicSchema,
        answers: { 200: 'The topic', ...KEY_REFUSALS, 404: 'No such topic' },
      },
      ({ id, body }) => changeTopic(assistant, id, body),
    ),
    route(
      {
        method: 'get',
        path: '/search',
        summary: 'The passages that fit a question best, without reading them',
        role: 'visitor',
        query: searchSchema,
        answers: { 200: 'The passages, best first', 400: 'Nothing to look for', 404: 'Unknown topic' },
      },
      async ({ query: { q, topic, limit } }) => ({ passages: await library.search((await requireTopic(library, topic)).id, q, limit) }),
    ),
    listRoute({ path: '/documents', summary: 'The documents, by topic and title' }, 'documents', (limit, offset) =>
      library.documentPage(limit, offset),
    ),
    route(
      {
        method: 'post',
        path: '/documents',
        summary: 'Add a file, or replace the one of the same topic and name; `replaced` tells which',
        role: 'manager',
        body: 'file',
        query: uploadSchema,
        answers: { 201: 'The document', ...KEY_REFUSALS, 413: 'Too large', 422: 'Not readable' },
      },
      ({ query: { topic, name }, request }) => {
        if (!Buffer.isBuffer(request.body)) throw new AssistantError('document-unreadable', `${name} is empty.`);
        return addDocument(assistant, { topic, name, bytes: request.body });
      },
    ),
    route(
      {
        method: 'post',
        path: '/notes',
        summary: "Add a sentence to a topic's notes, and ask the question again that it is meant to answer",
        role: 'manager',
        body: noteSchema,
        answers: { 201: 'The document of the notes, and the answer', ...KEY_REFUSALS },
      },
      ({ body }) => addSentence(assistant, body),
    ),
    route(
      {
        method: 'get',
        path: '/documents/{id}',
        summary: 'The text of a document',
        role: 'manager',
        answers: { 200: 'The text', ...KEY_REFUSALS, 404: 'No such document' },
      },
      async ({ id, response }) => {
        const text = await library.text(id);
        if (text === undefined) throw new AssistantError('document-unknown', 'There is no such document; it may have been removed.');
        response.type('text/plain').send(text);
      },
    ),
    route(
      {
        method: 'delete',
        path: '/documents/{id}',
        summary: 'Remove a document, and its topic with the last one',
        role: 'manager',
        answers: { 204: 'Removed', ...KEY_REFUSALS, 404: 'No such document' },
      },
      ({ id }) => removeDocument(assistant, id),
    ),
  ];
}
