// Ingest rate, search latency among 20,000 passages, weight of the chat page, time to the first answer. Run: npm run bench
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');
const { readFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const { addDocument } = require('../../dist/assistant/documents');
const { extractText } = require('../../dist/library/extract-text');
const { openStore } = require('../../dist/store');

const PROJECT = join(__dirname, '..', '..');
const DOCUMENTS = 100;
const SECTIONS = 200;
const PLACES = ['cellar', 'attic', 'lobby', 'garden', 'kitchen', 'library', 'garage', 'chapel', 'terrace', 'stable'];
const THINGS = ['ladder', 'lantern', 'kettle', 'rope', 'umbrella', 'violin', 'barrel', 'compass', 'blanket', 'mirror'];

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-bench-'));
  const store = openStore(folder);
  const assistant = { library: store.library, extractText };
  const texts = Array.from({ length: DOCUMENTS }, (_, n) => Buffer.from(markdown(n)));
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const started = performance.now();
  for (const [n, bytes] of texts.entries()) await addDocument(assistant, { topic: `Store ${n % 10}`, name: `store-${n}.md`, bytes });
  const seconds = (performance.now() - started) / 1000;
  const passages = store.library.documents().reduce((sum, info) => sum + info.passages, 0);
  console.log(
    `ingest: ${passages} passages, ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s: ${Math.round(passages / seconds)} passages/s`,
  );

  const times = Array.from({ length: 200 }, (_, n) => {
    const question = `where is the ${THINGS[n % 10]} number ${n * 37} of the ${PLACES[(n * 7) % 10]}`;
    const before = performance.now();
    store.library.search(n % 2 ? 'everything' : 'store-3', question, 3);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  console.log(`search among ${passages} passages: median ${times[100].toFixed(1)} ms, p95 ${times[190].toFixed(1)} ms`);
  store.close();

  const files = ['index.html', 'style.css', 'chat.js'].map((file) => readFileSync(join(PROJECT, 'dist', 'page', file)));
  const weight = (list) => `${(list.reduce((sum, file) => sum + file.length, 0) / 1024).toFixed(1)} kB`;
  console.log(`chat page: ${weight(files)} in ${files.length} files, ${weight(files.map((file) => gzipSync(file)))} gzipped`);

  console.log(`first answer: ${((await firstAnswer(folder)) / 1000).toFixed(1)} s after the start of the process`);
  rmSync(folder, { recursive: true, force: true });
}

function markdown(serial) {
  const section = (n) =>
    `## Shelf ${serial}-${n}\n\nThe ${THINGS[n % 10]} number ${serial * SECTIONS + n} hangs in the ${PLACES[(n + serial) % 10]} beside the ` +
    `${THINGS[(n * 3 + serial) % 10]}. It may be borrowed for ${1 + (n % 9)} days, and the keeper of shelf ${n} writes down who took it.\n`;
  return `# Store ${serial}\n\n${Array.from({ length: SECTIONS }, (_, n) => section(n)).join('\n')}`;
}

/** Milliseconds from the start of the server to the answer of a question about its texts. */
async function firstAnswer(dataFolder) {
  const started = performance.now();
  const env = { ...process.env, DATA_DIR: join(dataFolder, 'fresh'), PORT: '0', LOG_LEVEL: 'silent' };
  const server = spawn(process.execPath, [join(PROJECT, 'dist', 'cli', 'front-desk.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const url = await new Promise((resolve) => {
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const [, found] = /ready after .* at (http\S+)/u.exec(printed) ?? [];
      if (found) resolve(found);
    });
  });
  const body = JSON.stringify({ question: 'what is the wifi password', topic: 'everything' });
  await (await fetch(`${url}/api/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).json();
  const elapsed = performance.now() - started;
  server.kill();
  return elapsed;
}

main();
