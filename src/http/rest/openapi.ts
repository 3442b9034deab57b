import { z } from 'zod';
import type { Route } from './route';

/** The routes as an OpenAPI 3.1 document; `base` is the path that the desk is served at. */
export function openApiDocument(routes: readonly Route[], base: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: describe(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Front Desk', version: '1', description: 'Ask the desk. Errors are problem documents (RFC 9457).' },
    servers: [{ url: `${base}/api/v1` }],
    paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function describe({ path, summary, role, body, query, reply, answers }: Route): object {
  const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const content =
    body === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : body && { 'application/json': { schema: jsonSchema(body) } };
  const [success] = Object.keys(answers);
  return {
    summary,
    tags: [`for a ${role}`],
    parameters: [...named, ...(query ? queryParameters(query) : [])],
    ...(content ? { requestBody: { required: true, content } } : {}),
    ...(role === 'visitor' ? {} : { security: [{ key: [] }] }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, description]) => [
        status,
        {
          description,
          ...(reply && status === success ? { content: { 'application/json': { schema: jsonSchema(reply, 'output') } } } : {}),
        },
      ]),
    ),
  };
}

function queryParameters(query: z.ZodObject): object[] {
  const { properties = {}, required = [] } = jsonSchema(query) as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): object {
  return z.toJSONSchema(schema, { io });
}
