import { readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { SettingsError, type Settings } from './config';

const LOOK_EVERY_MS = 10_000;

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

export type TlsFiles = Required<Pick<Settings, 'TLS_KEY' | 'TLS_CERT'>>;

/** Reads the certificate and its key. Throws {@link SettingsError} naming the setting that is wrong. */
export function readCertificate(settings: Partial<TlsFiles>): Certificate {
  const key = read(settings, 'TLS_KEY');
  const cert = read(settings, 'TLS_CERT');
  check({ cert }, `TLS_CERT names ${settings.TLS_CERT}, which holds no certificate in PEM format`);
  check({ key }, `TLS_KEY names ${settings.TLS_KEY}, which holds no private key in PEM format`);
  check({ key, cert }, 'TLS_KEY and TLS_CERT do not belong together');
  return { key, cert };
}

/**
 * Serves a renewed certificate as soon as its files change, or `reload` is called, without closing a connection. What
 * cannot be read is logged, and the certificate before stays.
 */
export function followCertificate(server: Server, settings: Partial<TlsFiles>, logger: Logger): { reload(): void; stop(): void } {
  let seen = changedAt(settings);
  const reload = (): void => {
    seen = changedAt(settings);
    try {
      server.setSecureContext(readCertificate(settings));
      logger.info('the certificate was read again');
    } catch (error) {
      logger.error({ err: error }, 'the certificate before stays in use');
    }
  };
  // Looking at times follows links that are swapped as well, which watching a file does not.
  const timer = setInterval(() => {
    if (changedAt(settings) !== seen) reload();
  }, LOOK_EVERY_MS);
  timer.unref();
  return { reload, stop: () => clearInterval(timer) };
}

function changedAt({ TLS_KEY = '', TLS_CERT = '' }: Partial<TlsFiles>): string {
  return [TLS_KEY, TLS_CERT].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs).join(' ');
}

function read(settings: Partial<TlsFiles>, name: keyof TlsFiles): Buffer {
  const file = settings[name] ?? '';
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new SettingsError(`${name} names ${file}, but ${reason}.`, { cause: error });
  }
}

function check(context: Partial<Certificate>, complaint: string): void {
  try {
    createSecureContext(context);
  } catch (error) {
    throw new SettingsError(`${complaint} (${(error as Error).message}).`, { cause: error });
  }
}
