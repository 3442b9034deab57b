import { X509Certificate } from 'node:crypto';
import type { Clock } from '../../assistant/ports';

const ECHO_HOST = 'echo-api.amazon.com';
const LONGEST_CHAIN = 8;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/** The leaf of a chain that ends at a trusted root, and when the chain stops being valid (milliseconds). */
export interface TrustedLeaf {
  readonly leaf: X509Certificate;
  readonly validUntil: number;
}

/** Checks chains against roots that are given; parsing them takes a while, so make one checker and keep it. */
export function createChainChecker(rootPems: readonly string[], clock: Clock): (pem: string) => TrustedLeaf {
  const roots = new Map<string, X509Certificate[]>();
  for (const pem of rootPems) {
    const root = new X509Certificate(pem);
    roots.set(root.subject, [...(roots.get(root.subject) ?? []), root]);
  }
  return (pem) => {
    const chain = (pem.match(PEM) ?? []).slice(0, LONGEST_CHAIN).map((block) => new X509Certificate(block));
    const leaf = chain[0];
    if (!leaf) throw new Error('The certificate file holds no certificate.');
    if (leaf.checkHost(ECHO_HOST, { wildcards: false, subject: 'never' }) === undefined)
      throw new Error(`The certificate is not for ${ECHO_HOST}.`);
    const path = completePath(chain, roots);
    const now = clock();
    if (path.some((certificate) => Date.parse(certificate.validFrom) > now || Date.parse(certificate.validTo) < now)) {
      throw new Error('A certificate of the chain is out of date.');
    }
    return { leaf, validUntil: Math.min(...path.map((certificate) => Date.parse(certificate.validTo))) };
  };
}

/** The certificates from the leaf to a trusted root. Throws when a link is missing or does not hold. */
function completePath(chain: readonly X509Certificate[], roots: ReadonlyMap<string, readonly X509Certificate[]>): X509Certificate[] {
  const path: X509Certificate[] = [];
  for (const [index, certificate] of chain.entries()) {
    path.push(certificate);
    const root = roots.get(certificate.issuer)?.find((candidate) => isSignedBy(certificate, candidate));
    if (root) return [...path, root];
    const issuer = chain[index + 1];
    if (!issuer?.ca || !isSignedBy(certificate, issuer)) break;
  }
  throw new Error('The certificate chain does not lead to a trusted root.');
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
