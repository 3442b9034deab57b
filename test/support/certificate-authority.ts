import { createSign, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

interface Issued {
  readonly pem: string;
  readonly certificate: forge.pki.Certificate;
  readonly keys: forge.pki.rsa.KeyPair;
}

interface LeafOptions {
  readonly host?: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

const DAY_MS = 86_400_000;
let serial = 1;

/** A made-up certificate authority: a root, an intermediate, and leaves as Amazon would have them. */
export class CertificateAuthority {
  readonly root = issue('Made-up Root', undefined, { ca: true });
  readonly intermediate = issue('Made-up Intermediate', this.root, { ca: true });

  leaf({ host = 'echo-api.amazon.com', validFrom, validTo }: LeafOptions = {}): Issued {
    return issue('Made-up Leaf', this.intermediate, { host, ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) });
  }

  chain(leaf: Issued): string {
    return leaf.pem + this.intermediate.pem;
  }
}

export function sign(leaf: Issued, body: string): string {
  return createSign('RSA-SHA256').update(body, 'utf8').sign(forge.pki.privateKeyToPem(leaf.keys.privateKey), 'base64');
}

function issue(name: string, issuer: Issued | undefined, options: LeafOptions & { readonly ca?: boolean }): Issued {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = {
    publicKey: forge.pki.publicKeyFromPem(pair.publicKey.export({ type: 'spki', format: 'pem' }) as string),
    privateKey: forge.pki.privateKeyFromPem(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
  };
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = String((serial += 1)).padStart(4, '0');
  certificate.validity.notBefore = options.validFrom ?? new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = options.validTo ?? new Date(Date.now() + 30 * DAY_MS);
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : certificate.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: options.ca === true },
    ...(options.host === undefined ? [] : [{ name: 'subjectAltName', altNames: [{ type: 2, value: options.host }] }]),
  ]);
  certificate.sign(issuer ? issuer.keys.privateKey : keys.privateKey, forge.md.sha256.create());
  return { pem: forge.pki.certificateToPem(certificate), certificate, keys };
}
