import { z } from 'zod';
import type { Page } from '../../assistant/ports';
import { KEY_REFUSALS, route, type Route } from './route';

const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

/**
 * A manager's route that lists something under `name`. The headers tell how many there are, and where the next page is
 * (RFC 8288).
 */
export function listRoute(
  { path, summary }: Pick<Route, 'path' | 'summary'>,
  name: string,
  pageOf: (limit: number, offset: number) => Promise<Page<unknown>>,
): Route {
  return route(
    { method: 'get', path, summary, role: 'manager', query: pageSchema, answers: { 200: 'A page of the list', ...KEY_REFUSALS } },
    async ({ query: { limit, offset }, request, response }) => {
      const { items, total } = await pageOf(limit, offset);
      response.set('X-Total-Count', String(total));
      if (offset + items.length < total) {
        const next = new URLSearchParams({ limit: String(limit), offset: String(offset + limit) });
        response.set('Link', `<${request.baseUrl}${request.path}?${next.toString()}>; rel="next"`);
      }
      return { [name]: items };
    },
  );
}
