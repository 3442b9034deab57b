import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { addDocument, removeDocument } from '../../assistant/documents';
import { AssistantError } from '../../assistant/errors';
import { check } from './validate';

const uploadSchema = z.object({
  topic: z.string({ error: 'Say in the address which topic the document belongs to: ?topic=Parking&name=parking.pdf' }),
  name: z.string({ error: 'Say in the address how the file is called: ?topic=Parking&name=parking.pdf' }).min(1).max(120),
});

/** GET /api/v1/documents */
export function listDocuments(assistant: Assistant): RequestHandler {
  return (_request, response) => {
    response.json({ documents: assistant.library.documents() });
  };
}

/** POST /api/v1/documents?topic=...&name=...: the file itself is the body, of whatever kind. */
export function postDocument(assistant: Assistant): RequestHandler {
  return async (request, response) => {
    const { topic, name } = check(uploadSchema, request.query);
    if (!Buffer.isBuffer(request.body)) throw new AssistantError('document-unreadable', `${name} is empty.`);
    response.status(201).json(await addDocument(assistant, { topic, name, bytes: request.body }));
  };
}

/** GET /api/v1/documents/:id: its text. */
export function getDocument(assistant: Assistant): RequestHandler {
  return (request, response) => {
    const text = assistant.library.text(String(request.params['id']));
    if (text === undefined) throw new AssistantError('document-unknown', 'There is no such document; it may have been removed.');
    response.type('text/plain').send(text);
  };
}

/** DELETE /api/v1/documents/:id */
export function deleteDocument(assistant: Assistant): RequestHandler {
  return (request, response) => {
    removeDocument(assistant, String(request.params['id']));
    response.status(204).end();
  };
}
