import type { RequestHandler } from 'express';
import { z } from 'zod';
import { askSchema, batchSchema } from './ask';
import { feedbackSchema } from './feedback';
import { contextSchema } from './session-context';

interface Operation {
  readonly path: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly file?: true;
  readonly manager?: true;
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' }[];
  readonly answers: Readonly<Record<string, string>>;
}

const DOCUMENT_ID = [{ name: 'id', in: 'path' }] as const;

/** What the API offers; bodies come from the very schemas that validate them. */
const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/ask',
    method: 'post',
    summary: 'Answer a question from a context, a topic or a session',
    body: askSchema,
    answers: {
      200: 'The answer',
      400: 'No question, or a wrong body',
      404: 'Unknown topic',
      409: 'Nothing to read',
      413: 'Too long',
      429: 'Too many requests',
      503: 'Busy',
      504: 'Too slow',
    },
  },
  {
    path: '/api/v1/ask/batch',
    method: 'post',
    summary: 'Answer up to 20 questions about the same text',
    body: batchSchema,
    answers: { 200: 'The answers, in order', 400: 'A wrong body, or an empty question', 404: 'Unknown topic', 409: 'Nothing to read' },
  },
  {
    path: '/api/v1/sessions/{id}/context',
    method: 'put',
    summary: "Set what a session's questions are about",
    body: contextSchema,
    parameters: DOCUMENT_ID,
    answers: { 200: 'The context', 400: 'A wrong body', 404: 'Unknown topic', 409: 'An empty text', 413: 'Too long' },
  },
  {
    path: '/api/v1/feedback',
    method: 'post',
    summary: "Judge a session's last answer",
    body: feedbackSchema,
    answers: { 204: 'Kept', 400: 'A wrong body, or no answer to judge' },
  },
  { path: '/api/v1/topics', method: 'get', summary: 'The topics', answers: { 200: 'The topics' } },
  { path: '/api/v1/documents', method: 'get', summary: 'The documents', manager: true, answers: { 200: 'The documents', 401: 'No key' } },
  {
    path: '/api/v1/documents',
    method: 'post',
    summary: 'Add a PDF, DOCX, HTML, Markdown or text file, or replace it',
    file: true,
    manager: true,
    parameters: [
      { name: 'topic', in: 'query' },
      { name: 'name', in: 'query' },
    ],
    answers: { 201: 'The document', 401: 'No key', 413: 'Too large', 422: 'Not readable' },
  },
  {
    path: '/api/v1/documents/{id}',
    method: 'get',
    summary: 'The text of a document',
    manager: true,
    parameters: DOCUMENT_ID,
    answers: { 200: 'The text', 401: 'No key', 404: 'No such document' },
  },
  {
    path: '/api/v1/documents/{id}',
    method: 'delete',
    summary: 'Remove a document',
    manager: true,
    parameters: DOCUMENT_ID,
    answers: { 204: 'Removed', 401: 'No key', 404: 'No such document' },
  },
  {
    path: '/api/v1/feedback',
    method: 'get',
    summary: 'What visitors thought',
    manager: true,
    answers: { 200: 'The newest verdicts', 401: 'No key' },
  },
  {
    path: '/api/v1/unanswered',
    method: 'get',
    summary: 'What the texts did not answer',
    manager: true,
    answers: { 200: 'The newest questions', 401: 'No key' },
  },
  { path: '/healthz', method: 'get', summary: 'The process lives', answers: { 200: 'It does' } },
  { path: '/readyz', method: 'get', summary: 'The model is warm', answers: { 200: 'It is', 503: 'Closing' } },
];

/** GET /openapi.json: the API as an OpenAPI 3.1 document. */
export const openApi: RequestHandler = (_request, response) => {
  response.json(DOCUMENT);
};

const DOCUMENT = buildDocument();

function buildDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return {
    openapi: '3.1.0',
    info: { title: 'Front Desk', version: '1', description: 'Ask the desk. Errors are problem documents (RFC 9457).' },
    paths,
    components: { securitySchemes: { manager: { type: 'http', scheme: 'bearer' } } },
  };
}

function describe({ summary, body, file, manager, parameters = [], answers }: Operation): object {
  const content = body
    ? { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } }
    : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return {
    summary,
    parameters: parameters.map((parameter) => ({ ...parameter, required: true, schema: { type: 'string' } })),
    ...(body || file ? { requestBody: { required: true, content } } : {}),
    ...(manager ? { security: [{ manager: [] }] } : {}),
    responses: Object.fromEntries(Object.entries(answers).map(([status, description]) => [status, { description }])),
  };
}
