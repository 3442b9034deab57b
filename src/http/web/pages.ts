import { join } from 'node:path';
import express, { type RequestHandler } from 'express';

/** The built pages; `npm run build` puts them there. */
const PAGE_FOLDER = join(__dirname, '..', '..', '..', 'dist', 'page');

/** GET / and GET /manage: the chat page, the manager's page, and their files. */
export function pages(): RequestHandler {
  return express.static(PAGE_FOLDER, { extensions: ['html'], maxAge: '1h' });
}
