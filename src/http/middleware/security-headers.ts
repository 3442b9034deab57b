import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The chat page of a desk, the one page that other sites may frame. */
const CHAT_PAGE = /^(?:\/desks\/[a-z0-9-]{1,41})?\/(?:index(?:\.html)?)?$/u;

/** Helmet's headers. Only the chat may be framed, and only by the sites that are allowed to. */
export function securityHeaders(options: { https: boolean; allowedOrigins: readonly string[] }): RequestHandler {
  const framedByNobody = headers(options.https, []);
  const framedByAllowed = headers(options.https, options.allowedOrigins);
  return (request, response, next) => {
    (CHAT_PAGE.test(request.path) ? framedByAllowed : framedByNobody)(request, response, next);
  };
}

function headers(https: boolean, framedBy: readonly string[]): ReturnType<typeof helmet> {
  const own = ["'self'"];
  return helmet({
    strictTransportSecurity: https,
    // It knows no list of sites; frame-ancestors below does.
    xFrameOptions: framedBy.length === 0 && { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        connectSrc: own,
        imgSrc: [...own, 'data:'],
        baseUri: ["'none'"],
        formAction: own,
        frameAncestors: framedBy.length === 0 ? ["'none'"] : [...own, ...framedBy],
      },
    },
  });
}
