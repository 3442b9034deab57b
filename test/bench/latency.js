// Median latency of a question by length of context, on each backend that loads here. Run: npm run bench
const { join } = require('node:path');
const { createOps } = require('../../dist/model/engines');
const { newestModelFolder } = require('../../dist/model/model-folder');
const { Seq2Seq } = require('../../dist/model/seq2seq');
const { readModelFolder } = require('../../dist/model/weights');

const LENGTHS = [60, 150, 400];
const RUNS = 15;
const SENTENCE = 'The reading room on floor number 2 opens at 9 a.m. and visitors may stay until 8 p.m. every day. ';
const backend = process.argv[2];

async function main() {
  if (!backend) {
    const { spawnSync } = require('node:child_process');
    console.log(
      '| backend | beams | 60 tokens | 150 tokens | 400 tokens | same context again (150) | start | memory |\n|---|---|---|---|---|---|---|---|',
    );
    for (const name of ['tensorflow', 'wasm']) {
      const { stdout, status } = spawnSync(process.execPath, [__filename, name], { encoding: 'utf8' });
      process.stdout.write(status === 0 ? stdout : `| ${name} | does not load here |\n`);
    }
    return;
  }
  const started = performance.now();
  const files = readModelFolder(newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq')));
  const ops = await createOps(backend);
  for (const beams of [1, 4]) {
    const network = new Seq2Seq(ops, files, { beams, longest: 32, lengthPenalty: 1 });
    network.answer('when does it open', SENTENCE);
    const start = performance.now() - started;
    const fresh = LENGTHS.map((length) => median(Array.from({ length: RUNS }, (_, n) => time(network, context(length, n)))));
    const again = median(Array.from({ length: RUNS }, (_, n) => time(network, context(150, 0), `in year ${n}`)));
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `| ${backend} | ${beams} | ${fresh.join(' | ')} | ${again} | ${beams === 1 ? `${(start / 1000).toFixed(2)} s` : ''} | ${memory} MB |`,
    );
  }
}

/** Every run reads a new text, so that the encoded context is not kept from the run before. */
function context(tokens, serial) {
  return `${serial} ${SENTENCE.repeat(Math.ceil(tokens / 22))}`
    .split(' ')
    .slice(0, Math.round(tokens * 0.9))
    .join(' ');
}

function time(network, text, more = '') {
  const started = performance.now();
  network.answer(`until when may visitors stay in the reading room ${more}`, text);
  return performance.now() - started;
}

function median(values) {
  const sorted = values.sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms`;
}

main();
