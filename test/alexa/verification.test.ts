import type { IncomingHttpHeaders } from 'node:http';
import { createVerifier } from '../../src/alexa/verification';
import { checkCertificateUrl } from '../../src/alexa/verification/certificate-url';
import { CertificateAuthority, sign } from '../support/certificate-authority';
import { SKILL_ID, launchRequest } from '../support/envelopes';

const CHAIN_URL = 'https://s3.amazonaws.com/echo.api/echo-api-cert-1.pem';
const authority = new CertificateAuthority();
const stranger = new CertificateAuthority();
const leaf = authority.leaf();
const MINUTE_MS = 60_000;

interface Setup {
  readonly chain?: string;
  readonly now?: () => number;
  readonly fetchText?: (url: URL) => Promise<string>;
}

function verifierFor({ chain = authority.chain(leaf), now = Date.now, fetchText }: Setup = {}): {
  verify: (body: string, headers: IncomingHttpHeaders) => Promise<unknown>;
  fetched: string[];
} {
  const fetched: string[] = [];
  const verifier = createVerifier({
    signatures: 'on',
    skillId: SKILL_ID,
    trustedRoots: () => [authority.root.pem],
    fetchText:
      fetchText ??
      ((url) => {
        fetched.push(url.href);
        return Promise.resolve(chain);
      }),
    clock: now,
  });
  return { verify: (body, headers) => verifier.verify(body, headers), fetched };
}

const signed = (body: string, signer = leaf): IncomingHttpHeaders => ({
  signaturecertchainurl: CHAIN_URL,
  'signature-256': sign(signer, body),
});
const bodyOf = (options = {}): string => JSON.stringify(launchRequest(options));

test('a well-signed request of this moment for our skill passes', async () => {
  const body = bodyOf();
  await expect(verifierFor().verify(body, signed(body))).resolves.toBeUndefined();
});

describe('the certificate address', () => {
  test.each([
    'https://s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem',
    'HTTPS://S3.AMAZONAWS.COM/echo.api/echo-api-cert.pem',
  ])('%s is allowed', (url) => {
    expect(checkCertificateUrl(url).pathname).toBe('/echo.api/echo-api-cert.pem');
  });

  test.each([
    'http://s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://notamazon.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com.evil.example/echo.api/cert.pem',
    'https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem',
    'https://s3.amazonaws.com/invalid.path/echo-api-cert.pem',
    'https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/../evil/cert.pem',
    'https://s3.amazonaws.com/echo.api/%2e%2e/evil/cert.pem',
    'https://s3.amazonaws.com/echo.api/..%2fevil/cert.pem',
    'https://user@s3.amazonaws.com/echo.api/cert.pem',
    'https://s3.amazonaws.com/echo.api/..\\evil/cert.pem',
    'not an address',
    '',
  ])('%s is refused before anything is fetched', async (url) => {
    const { verify, fetched } = verifierFor();
    const body = bodyOf();
    const headers = { ...signed(body), signaturecertchainurl: url };
    await expect(verify(body, headers)).rejects.toThrow(/certificate address/u);
    expect(fetched).toEqual([]);
  });
});

describe('the certificate chain', () => {
  const attempt = async (chain: string, signer = leaf): Promise<unknown> => {
    const body = bodyOf();
    return verifierFor({ chain }).verify(body, signed(body, signer));
  };

  test('must be for the echo service', async () => {
    const other = authority.leaf({ host: 'example.com' });
    await expect(attempt(authority.chain(other), other)).rejects.toThrow(/not for echo-api/u);
  });
  test('must not be expired', async () => {
    const old = authority.leaf({ validTo: new Date(Date.now() - MINUTE_MS) });
    await expect(attempt(authority.chain(old), old)).rejects.toThrow(/out of date/u);
  });
  test('must already be valid', async () => {
    const young = authority.leaf({ validFrom: new Date(Date.now() + 10 * MINUTE_MS) });
    await expect(attempt(authority.chain(young), young)).rejects.toThrow(/out of date/u);
  });
  test('must be complete', async () => {
    await expect(attempt(leaf.pem)).rejects.toThrow(/trusted root/u);
  });
  test('must lead to a root that is trusted here', async () => {
    const foreign = stranger.leaf();
    await expect(attempt(stranger.chain(foreign) + stranger.root.pem, foreign)).rejects.toThrow(/trusted root/u);
  });
  test('must not be issued by another leaf', async () => {
    const forged = authority.leaf();
    await expect(attempt(stranger.leaf().pem + forged.pem + authority.intermediate.pem)).rejects.toThrow(/trusted root/u);
  });
  test('must be a certificate at all', async () => {
    await expect(attempt('<html>not found</html>')).rejects.toThrow(/no certificate/u);
  });
  test('that cannot be downloaded refuses the request', async () => {
    const body = bodyOf();
    const { verify } = verifierFor({ fetchText: () => Promise.reject(new Error('timed out')) });
    await expect(verify(body, signed(body))).rejects.toThrow(/timed out/u);
  });
  test('is fetched once, and again when it has expired', async () => {
    const start = Date.now();
    let now = start;
    const short = authority.leaf({ validTo: new Date(start + 10 * MINUTE_MS) });
    const { verify, fetched } = verifierFor({ chain: authority.chain(short), now: () => now });
    for (const minutes of [0, 5]) {
      now = start + minutes * MINUTE_MS;
      const body = bodyOf({ timestamp: new Date(now).toISOString() });
      await verify(body, signed(body, short));
    }
    expect(fetched).toHaveLength(1);
    now = start + 11 * MINUTE_MS;
    const body = bodyOf({ timestamp: new Date(now).toISOString() });
    await expect(verify(body, signed(body, short))).rejects.toThrow(/out of date/u);
    expect(fetched).toHaveLength(2);
  });
});

describe('the signature', () => {
  test('must fit the body to the letter', async () => {
    const body = bodyOf();
    await expect(verifierFor().verify(body.replace('VISITOR', 'ANOTHER'), signed(body))).rejects.toThrow(/does not fit/u);
  });
  test('must be by the key of the certificate', async () => {
    const body = bodyOf();
    await expect(verifierFor().verify(body, signed(body, authority.leaf()))).rejects.toThrow(/does not fit/u);
  });
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['not base64', '!!!!'],
  ])('must not be %s', async (_, signature) => {
    const body = bodyOf();
    await expect(verifierFor().verify(body, { ...signed(body), 'signature-256': signature })).rejects.toThrow(
      /signature is missing or malformed/u,
    );
  });
  test('must not be doubled', async () => {
    const body = bodyOf();
    const once = sign(leaf, body);
    await expect(verifierFor().verify(body, { ...signed(body), 'signature-256': `${once}, ${once}` })).rejects.toThrow(/malformed/u);
  });
  test('of the old kind (SHA-1 header) does not count', async () => {
    const body = bodyOf();
    await expect(verifierFor().verify(body, { signaturecertchainurl: CHAIN_URL, signature: sign(leaf, body) })).rejects.toThrow(
      /malformed/u,
    );
  });
});

describe('the moment', () => {
  const at = async (offsetMs: number, type = 'LaunchRequest'): Promise<unknown> => {
    const timestamp = new Date(Date.now() + offsetMs).toISOString();
    const body = JSON.stringify({ ...launchRequest({ timestamp }), request: { type, requestId: `r${offsetMs}${type}`, timestamp } });
    return verifierFor().verify(body, signed(body));
  };
  test.each([-140_000, 0, 140_000])('%d ms from now is near enough', async (offset) => {
    await expect(at(offset)).resolves.toBeUndefined();
  });
  test.each([-160_000, 160_000, 86_400_000])('%d ms from now is too far', async (offset) => {
    await expect(at(offset)).rejects.toThrow(/not of this moment/u);
  });
  test('skill events may be most of an hour old', async () => {
    await expect(at(-3_000_000, 'AlexaSkillEvent.SkillEnabled')).resolves.toBeUndefined();
    await expect(at(-3_700_000, 'AlexaSkillEvent.SkillEnabled')).rejects.toThrow(/not of this moment/u);
  });
  test('must be a date', async () => {
    const body = bodyOf({ timestamp: 'yesterday' });
    await expect(verifierFor().verify(body, signed(body))).rejects.toThrow(/not an Alexa request/u);
  });
  test('a request that was answered is not answered again', async () => {
    const { verify } = verifierFor();
    const body = bodyOf();
    await verify(body, signed(body));
    await expect(verify(body, signed(body))).rejects.toThrow(/already answered/u);
  });
});

test('a request for another skill is refused before anything is fetched', async () => {
  const { verify, fetched } = verifierFor();
  const body = bodyOf({ skillId: 'amzn1.ask.skill.other' });
  await expect(verify(body, signed(body))).rejects.toThrow(/another skill/u);
  expect(fetched).toEqual([]);
});

test.each(['', 'null', '[]', '{"request":{}}', 'not json'])('the body %j is refused', async (body) => {
  await expect(verifierFor().verify(body, signed(body))).rejects.toThrow(/not JSON|not an Alexa request/u);
});
