import { z } from 'zod';
import type { AnswerModel, KeyRing } from '../../assistant/ports';
import { ROLES } from '../../assistant/ports';
import { AssistantError } from '../../assistant/errors';
import { KEY_REFUSALS, route, type Route } from './route';

const keySchema = z.strictObject({ role: z.enum(ROLES) });

/** What runs here, and who may use it. */
export function operationRoutes(model: AnswerModel, keys: KeyRing): Route[] {
  return [
    route(
      { method: 'get', path: '/model', summary: 'The model that answers', role: 'visitor', answers: { 200: 'Version and engine' } },
      () => ({ version: model.version, engine: model.engine }),
    ),
    route(
      {
        method: 'get',
        path: '/keys',
        summary: 'The keys, without their secrets',
        role: 'operator',
        answers: { 200: 'The keys', ...KEY_REFUSALS },
      },
      async () => ({ keys: await keys.list() }),
    ),
    route(
      {
        method: 'post',
        path: '/keys',
        summary: 'Make a key; it is shown this once',
        role: 'operator',
        body: keySchema,
        answers: { 201: 'The key', ...KEY_REFUSALS },
      },
      async ({ body: { role } }) => ({ key: await keys.create(role), role }),
    ),
    route(
      {
        method: 'delete',
        path: '/keys/{id}',
        summary: 'Revoke a key',
        role: 'operator',
        answers: { 204: 'Revoked', ...KEY_REFUSALS, 404: 'No such key' },
      },
      async ({ id }) => {
        if (!(await keys.revoke(id))) throw new AssistantError('key-unknown', 'There is no such key; it may have been revoked before.');
      },
    ),
  ];
}
