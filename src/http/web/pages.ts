import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

/** The built pages; `npm run build` puts them there. */
const PAGE_FOLDER = join(__dirname, '..', '..', '..', 'dist', 'page');
const SWAGGER_FOLDER = dirname(require.resolve('swagger-ui-dist/package.json'));
/** The one file that other sites' pages load. */
const EMBED = /[\\/]embed\.js$/u;

/** GET /, /manage and /docs: the chat page, the manager's page, the API's page, and their files. */
export function pages(): Router {
  const router = express.Router();
  router.use('/swagger', express.static(SWAGGER_FOLDER, { index: false, maxAge: '1d' }));
  router.use(
    express.static(PAGE_FOLDER, {
      extensions: ['html'],
      maxAge: '1h',
      setHeaders: (response, file) => {
        if (EMBED.test(file)) response.set('Cross-Origin-Resource-Policy', 'cross-origin');
      },
    }),
  );
  return router;
}
