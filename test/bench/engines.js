// Processor time of each part of the network by length of text, on each engine that starts here, as a table of Markdown:
// the median of some runs in milliseconds. It is the waiting time on a quiet machine, and holds on a busy one too.
// Run: npm run build && node test/bench/engines.js [folder of a model]
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { startEngine } = require('../../dist/network/engines');
const { loadNetwork } = require('../../dist/network/graph-network');
const { OPENING, comparedFlags, formInputs, matchFlags, pieceInputs } = require('../../dist/network/inputs');
const { rowRange, selectRows, zeros } = require('../../dist/network/matrix');
const { newestModelFolder, readModelFolder } = require('../../dist/network/model-folder');
const { encodeText } = require('../../dist/network/text-encoder');
const { analyze } = require('../../dist/text/analyze');

const LENGTHS = [60, 150, 400];
const RUNS = 9;
const WINDOW = 40;
const BEAMS = 4;
const SENTENCE = 'The reading room on floor number 2 opens at 9:30 and visitors may stay until half past eight every day. ';
const QUESTION = 'until when may visitors stay in the reading room?';
const [folder = newestModelFolder(join(__dirname, '..', '..', 'models', 'seq2seq')), backend] = process.argv.slice(2);

async function main() {
  if (backend) return measureEngine();
  console.log('| engine | tokens | contextualize | embed | encode | read | ends | open | step of 4 | start | memory |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const name of ['onnx', 'onnx-wasm', 'tensorflow']) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [__filename, folder, name], { encoding: 'utf8' });
    process.stdout.write(status === 0 ? stdout : `| ${name} | fails: ${stderr.slice(0, 200)} |\n`);
  }
}

async function measureEngine() {
  const files = readModelFolder(folder);
  const network = await loadNetwork(await startEngine(backend), files.graphs);
  const encode = async (text, length) => {
    const analyzed = analyze(text, length);
    return { ...analyzed, ...(await encodeText(network, files, analyzed.tokens)) };
  };
  const question = await encode(QUESTION);
  const start = process.cpuUsage();
  const started = `${((start.user + start.system) / 1e6).toFixed(1)} s`;
  for (const length of LENGTHS) {
    const context = await encode(SENTENCE.repeat(Math.ceil(length / 20)), length);
    const times = await measureLength(network, files, context, question);
    const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
    console.log(
      `| ${network.engine} | ${context.tokens.length} | ${times.map((ms) => ms.toFixed(1)).join(' | ')} | ${started} | ${memory} |`,
    );
  }
}

async function measureLength(network, files, context, question) {
  const { ids, first } = pieceInputs(context.tokens, files.wordPieces);
  const { pieces } = await network.contextualize(ids);
  const match = matchFlags(context, question);
  const evidence = new Float32Array(context.tokens.length).fill(1);
  const pair = { context: context.hidden, question: question.hidden, match, evidence };
  const { memory } = await network.read(pair);
  const starts = Array.from({ length: 12 }, (_, at) => at);
  const window = {
    context: rowRange(context.hidden, 0, WINDOW),
    memory: rowRange(memory, 0, WINDOW),
    inside: new Float32Array(WINDOW).fill(1, 10, 14),
    question: question.hidden,
    windowForms: rowRange(context.vectors, 0, WINDOW),
    questionForms: question.vectors,
    compared: comparedFlags(match, 0, WINDOW),
  };
  const { keys, asked, state } = await network.open(window);
  const repeated = (matrix) => selectRows(matrix, new Array(BEAMS).fill(0));
  const cell = zeros(BEAMS, state.cols);
  const inputs = repeated(await network.embed(OPENING));
  const beams = { firstHidden: repeated(state), firstCell: cell, secondHidden: repeated(state), secondCell: cell };
  const parts = [
    () => network.contextualize(ids),
    () => network.embed(formInputs(context.forms)),
    () => network.encode({ forms: context.vectors, pieces, first }),
    () => network.read(pair),
    () => network.ends({ memory, evidence, starts }),
    () => network.open(window),
    () => network.step({ inputs, keys, asked, state: beams }),
  ];
  const medians = [];
  for (const part of parts) medians.push(await median(part));
  return medians;
}

async function median(part) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await part();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

main();
