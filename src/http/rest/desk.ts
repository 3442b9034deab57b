import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant';
import { KEY_REFUSALS, route, type Route } from './route';

const settingsSchema = z.strictObject({
  /** What the desk is called. */
  name: z.string().trim().min(1).max(80).optional(),
  /** Said to who wants to talk to a person, and after a question that the texts do not answer. */
  handOver: z.string().trim().min(3).max(300).optional(),
});

/** What the manager sets for the whole desk. */
export function settingsRoutes({ desk }: Pick<Assistant, 'desk'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/desk',
        summary: "The desk's name and its hand-over sentence",
        role: 'visitor',
        reply: settingsSchema,
        answers: { 200: 'The settings' },
      },
      () => desk.get(),
    ),
    route(
      {
        method: 'put',
        path: '/desk',
        summary: "Set the desk's name and its hand-over sentence; what is left out is unset",
        role: 'manager',
        body: settingsSchema,
        reply: settingsSchema,
        answers: { 200: 'The settings', ...KEY_REFUSALS, 400: 'A wrong body' },
      },
      async ({ body }) => {
        await desk.put(body);
        return body;
      },
    ),
  ];
}
