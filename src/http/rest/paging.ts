import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Page } from '../../assistant/ports';

/** Query of every list. */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

/** Tells in the headers how many there are, and where the next page is (RFC 8288). */
export function announcePage(
  request: Request,
  response: Response,
  { limit, offset }: z.infer<typeof pageSchema>,
  page: Page<unknown>,
): void {
  response.set('X-Total-Count', String(page.total));
  if (offset + page.items.length >= page.total) return;
  const next = new URLSearchParams({ limit: String(limit), offset: String(offset + limit) });
  response.set('Link', `<${request.baseUrl}${request.path}?${next.toString()}>; rel="next"`);
}
