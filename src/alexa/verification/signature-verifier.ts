import { verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Verifier } from 'ask-sdk-express-adapter';
import type { Clock } from '../../assistant/ports';
import { createChainChecker, type TrustedLeaf } from './certificate-chain';
import { checkCertificateUrl } from './certificate-url';
import type { FetchText } from './download';

const CACHED_CHAINS = 16;
/** Downloads at once. Anybody can name certificates that do not exist. */
const MOST_DOWNLOADS = 4;
const LONGEST_KEPT_MS = 24 * 3600 * 1000;

export interface SignatureVerifierOptions {
  readonly trustedRoots: readonly string[];
  readonly fetchText: FetchText;
  readonly clock: Clock;
}

interface CachedLeaf extends TrustedLeaf {
  readonly keptUntil: number;
}

/** Verifies header Signature-256 (RSA-SHA256 over the raw body) with the certificate that the request names. */
export function createSignatureVerifier({ trustedRoots, fetchText, clock }: SignatureVerifierOptions): Verifier {
  const checkChain = createChainChecker(trustedRoots, clock);
  const cache = new Map<string, CachedLeaf>();
  const underWay = new Map<string, Promise<CachedLeaf>>();

  const trustedLeaf = async (url: URL): Promise<TrustedLeaf> => {
    const cached = cache.get(url.href);
    if (cached && clock() < Math.min(cached.validUntil, cached.keptUntil)) return cached;
    cache.delete(url.href);
    const download = underWay.get(url.href) ?? fetchLeaf(url);
    underWay.set(url.href, download);
    try {
      return await download;
    } finally {
      underWay.delete(url.href);
    }
  };

  const fetchLeaf = async (url: URL): Promise<CachedLeaf> => {
    if (underWay.size >= MOST_DOWNLOADS) throw new Error('Too many certificates are being downloaded.');
    const fresh = { ...checkChain(await fetchText(url)), keptUntil: clock() + LONGEST_KEPT_MS };
    if (cache.size >= CACHED_CHAINS) cache.clear();
    cache.set(url.href, fresh);
    return fresh;
  };

  return {
    verify: async (body, headers: IncomingHttpHeaders = {}) => {
      const url = checkCertificateUrl(oneHeader(headers, 'signaturecertchainurl'));
      const signature = oneHeader(headers, 'signature-256');
      if (signature === undefined || !/^[A-Za-z0-9+/]{64,2048}={0,2}$/u.test(signature)) {
        throw new Error('The signature is missing or malformed.');
      }
      const { leaf } = await trustedLeaf(url);
      if (!verify('RSA-SHA256', Buffer.from(body, 'utf8'), leaf.publicKey, Buffer.from(signature, 'base64'))) {
        throw new Error('The signature does not fit the body.');
      }
    },
  };
}

function oneHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
