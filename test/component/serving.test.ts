import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import forge from 'node-forge';
import { readCertificate } from '../../src/tls';

const CLI = join(__dirname, '..', '..', 'dist', 'cli', 'front-desk.js');
let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serving-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** The server in a process of its own, on a free port; resolves with its address. */
async function start(env: Record<string, string> = {}, shell = ''): Promise<URL> {
  const serve = spawn('bash', ['-c', `${shell} exec "${process.execPath}" "${CLI}" serve`], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...env },
  });
  child = serve;
  let out = '';
  return new Promise((resolve, reject) => {
    serve.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [, url] = /ready after .* at (\S+)/u.exec(out) ?? [];
      if (url) resolve(new URL(url));
    });
    serve.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function ask(url: URL, agent?: Agent, sessionId?: string): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const post = request(
      new URL('/api/v1/ask', url),
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
      (response) => {
        response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }));
      },
    );
    post.on('error', reject);
    post.end(JSON.stringify({ question: 'what time is breakfast', topic: 'everything', sessionId }));
  });
}

/** A certificate for localhost that signs itself; its serial number tells it from others. */
function writeCertificate(serial: string): void {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = serial;
  certificate.validity.notAfter.setFullYear(certificate.validity.notBefore.getFullYear() + 1);
  const name = [{ name: 'commonName', value: 'localhost' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  writeFileSync(join(folder, 'key.pem'), forge.pki.privateKeyToPem(keys.privateKey));
  writeFileSync(join(folder, 'cert.pem'), forge.pki.certificateToPem(certificate));
}
const tlsSettings = (): { TLS_KEY: string; TLS_CERT: string } => ({ TLS_KEY: join(folder, 'key.pem'), TLS_CERT: join(folder, 'cert.pem') });

async function servedSerial(url: URL): Promise<string> {
  const socket = connect({ host: url.hostname, port: Number(url.port), rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { serialNumber } = socket.getPeerCertificate();
  socket.destroy();
  return serialNumber;
}

test('SIGTERM: readiness first, requests in flight end, clients that keep their connection are told, exit 0', async () => {
  const url = await start({ DRAIN_SECONDS: '1' });
  const exited = once(child as ChildProcess, 'exit');
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  expect((await ask(url, agent)).connection).toBe('keep-alive');
  const started = performance.now();
  child?.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await fetch(new URL('/readyz', url))).status).toBe(503);
  const during = await Promise.all([ask(url, agent), ask(url, agent), ask(url, agent)]);
  for (const answer of during) expect(answer).toEqual({ status: 200, connection: 'close' });
  expect(await exited).toEqual([0, null]);
  expect(performance.now() - started).toBeLessThan(8_000);
  agent.destroy();
}, 60_000);

test('SIGHUP reads a renewed certificate and ends nothing; one that cannot be read leaves the old in use', async () => {
  writeCertificate('0a');
  const url = await start(tlsSettings());
  expect(await servedSerial(url)).toBe('0A');
  writeCertificate('0b');
  child?.kill('SIGHUP');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await servedSerial(url)).toBe('0B');
  writeFileSync(join(folder, 'cert.pem'), 'not a certificate');
  child?.kill('SIGHUP');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await servedSerial(url)).toBe('0B');
}, 60_000);

test('a certificate or key that is none is told with the name of its setting', () => {
  writeCertificate('0c');
  const settings = tlsSettings();
  expect(readCertificate(settings).cert.length).toBeGreaterThan(0);
  writeFileSync(settings.TLS_KEY, 'scribble');
  expect(() => readCertificate(settings)).toThrow(/TLS_KEY names .*key\.pem, which holds no private key/u);
  expect(() => readCertificate({ ...settings, TLS_CERT: join(folder, 'none.pem') })).toThrow(/TLS_CERT names .*no such file/u);
  writeCertificate('0d');
  writeFileSync(settings.TLS_CERT, 'scribble');
  expect(() => readCertificate(settings)).toThrow(/TLS_CERT names .*cert\.pem, which holds no certificate/u);
});

test('a disk that is full costs no answer', async () => {
  // No file may grow beyond 40 kB, which the log of changes reaches after some sessions; the signal of that is ignored.
  await start();
  child?.kill('SIGTERM');
  await once(child as ChildProcess, 'exit');
  const url = await start({}, 'trap "" XFSZ; ulimit -f 32;');
  for (let n = 0; n < 20; n += 1) expect((await ask(url, undefined, 'ann')).status).toBe(200);
  // The probe itself fills what little room is left.
  let told = '';
  for (let n = 0; n < 5 && told !== 'failing'; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    ({ store: told } = (await (await fetch(new URL('/readyz', url))).json()) as { store: string });
  }
  expect(told).toBe('failing');
}, 60_000);
