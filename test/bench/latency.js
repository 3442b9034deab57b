// Processor time of a question by length of passage, new and kept, in one thread: the waiting time on a quiet machine. Run: npm run bench
const { answer } = require('../../dist/answering/answer');
const { loadAnswering } = require('../../dist/answering/load');
const { readSettings } = require('../../dist/config');
const { modelFolder } = require('../../dist/shipped');

const LENGTHS = [60, 150, 400];
const RUNS = 25;
const SENTENCE = 'The reading room on floor number 2 opens at 9 a.m. and visitors may stay until 8 p.m. every day. ';

async function main() {
  const settings = readSettings(process.env);
  const started = performance.now();
  const answering = await loadAnswering(modelFolder(settings), settings.BACKEND);
  await ask(answering, 'when does it open', SENTENCE);
  const startSeconds = (performance.now() - started) / 1000;
  const fresh = await inTurn(LENGTHS, (tokens) => median(RUNS, (run) => ask(answering, 'when does it open', text(tokens, run))));
  const kept = await inTurn(LENGTHS, (tokens) =>
    median(RUNS, (run) => ask(answering, `when does it open in year ${run}`, text(tokens, 0))),
  );
  const twelve = Array.from({ length: 12 }, (_, index) => ({ text: text(150, index) }));
  const many = await median(RUNS, (run) => answer(answering, { question: `when does it open in year ${run}`, passages: twelve }));
  console.log(`engine ${answering.network.engine}, model ${answering.version}, start to first answer ${startSeconds.toFixed(2)} s`);
  console.log(`| passage | ${LENGTHS.map((tokens) => `${tokens} tokens`).join(' | ')} |\n|---|---|---|---|`);
  console.log(`| new | ${fresh.join(' | ')} |\n| kept | ${kept.join(' | ')} |`);
  console.log(`12 kept passages of 150 tokens: ${many}; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  await answering.network.close();
}

function ask(answering, question, passage) {
  return answer(answering, { question, passages: [{ text: passage }] });
}

/** A text of so many tokens; each run reads another one. */
function text(tokens, run) {
  const sentences = Math.ceil(tokens / 22);
  return `Notice ${run}. ${SENTENCE.repeat(sentences)}`;
}

async function inTurn(items, measure) {
  const results = [];
  for (const item of items) results.push(await measure(item));
  return results;
}

/** Of the processor times in milliseconds. */
async function median(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    await work(run);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return `${times.sort((a, b) => a - b)[Math.floor(runs / 2)].toFixed(1)} ms`;
}

main();
