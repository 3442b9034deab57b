import type { RequestHandler } from 'express';
import { AssistantError } from '../../assistant/errors';
import { ROLES, type KeyRing, type Role } from '../../assistant/ports';

/**
 * Lets pass who sends a key of the role, or of a higher one: `Authorization: Bearer KEY`. Visitors need none unless
 * `visitorKeys` says so.
 */
export function admit(keys: KeyRing, visitorKeys: boolean): (role: Role) => RequestHandler {
  return (role) => async (request, response, next) => {
    if (role === 'visitor' && !visitorKeys) {
      next();
      return;
    }
    const [, key] = /^Bearer ([\w-]{20,100})$/u.exec(request.get('Authorization') ?? '') ?? [];
    const held = key === undefined ? undefined : await keys.roleOf(key);
    if (held === undefined) {
      response.set('WWW-Authenticate', 'Bearer');
      const advice = `This needs the key of a ${role}: send the header "Authorization: Bearer KEY". \`front-desk key\` makes one.`;
      throw new AssistantError('key-missing', advice);
    }
    if (ROLES.indexOf(held) < ROLES.indexOf(role)) {
      throw new AssistantError('key-forbidden', `This needs the key of a ${role}, and yours is the key of a ${held}.`);
    }
    next();
  };
}
