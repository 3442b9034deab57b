const HOST = 's3.amazonaws.com';
const PATH_PREFIX = '/echo.api/';

/**
 * The address that an Alexa request names for its certificates, if Amazon's rules allow it: https, the one host, port
 * 443, a path below /echo.api/ after dot segments are resolved. Throws what is wrong with it.
 * https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html
 */
export function checkCertificateUrl(header: string | undefined): URL {
  if (header === undefined || !URL.canParse(header)) throw new Error('The certificate address is missing or malformed.');
  const url = new URL(header);
  const allowed =
    url.protocol === 'https:' &&
    url.hostname === HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    url.pathname.startsWith(PATH_PREFIX) &&
    !/%2e|%2f|\\/iu.test(header);
  if (!allowed) throw new Error(`The certificate address ${header} is not Amazon's.`);
  return url;
}
