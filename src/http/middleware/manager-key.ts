import type { RequestHandler } from 'express';
import type { KeyRing } from '../../assistant/ports';
import { sendProblem } from '../problem';

/** Lets pass who sends a manager's key: Authorization: Bearer KEY. */
export function managerKey(keys: KeyRing): RequestHandler {
  return (request, response, next) => {
    const [, key] = /^Bearer ([\w-]{20,100})$/u.exec(request.get('Authorization') ?? '') ?? [];
    if (key !== undefined && keys.accepts(key)) {
      next();
      return;
    }
    response.set('WWW-Authenticate', 'Bearer');
    sendProblem(
      response,
      401,
      'key-missing',
      'This needs the key of a manager: send the header "Authorization: Bearer KEY". `front-desk key` makes one.',
    );
  };
}
