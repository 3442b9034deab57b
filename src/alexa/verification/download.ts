import { get } from 'node:https';

const TIMEOUT_MS = 2_000;
const LARGEST_FILE = 64 * 1024;

/** Fetches a text. Injected, so that tests need no network. */
export type FetchText = (url: URL) => Promise<string>;

/** Downloads over https, without following redirects, within {@link TIMEOUT_MS} and {@link LARGEST_FILE} bytes. */
export const downloadText: FetchText = (url) =>
  new Promise((resolve, reject) => {
    const request = get(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`The certificate download answered ${response.statusCode}.`));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LARGEST_FILE) request.destroy(new Error('The certificate file is too large.'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
      response.on('error', reject);
    });
    request.on('error', reject);
  });
