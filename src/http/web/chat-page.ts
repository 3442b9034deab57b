import { join } from 'node:path';
import express, { type RequestHandler } from 'express';

/** The built page; `npm run build` puts it there. */
const PAGE_FOLDER = join(__dirname, '..', '..', '..', 'dist', 'page');

/** GET /: the chat page and its two files. */
export function chatPage(): RequestHandler {
  return express.static(PAGE_FOLDER, { maxAge: '1h' });
}
