// Questions a second and waiting under open load, through the pool of workers. Run: node test/bench/load.js [seconds of each step]
const { startAnswerModel } = require('../../dist/answering/answer-model');
const { readSettings } = require('../../dist/config');
const { modelFolder } = require('../../dist/shipped');

const SECONDS = Number(process.argv[2] ?? 10);
const DEADLINE_MS = 5_000;
const PASSAGES = 40;
const SENTENCE = 'The reading room on floor number 2 opens at 9 a.m. and visitors may stay until 8 p.m. every day. ';
const texts = Array.from({ length: PASSAGES }, (_, n) => `Notice ${n}. ${SENTENCE.repeat(7)}`);

async function main() {
  const settings = readSettings(process.env);
  for (const workers of [1, 2]) {
    const options = { modelFolder: modelFolder(settings), backend: settings.BACKEND, workers, deadlineMs: DEADLINE_MS };
    const model = await startAnswerModel(options);
    const capacity = await closedLoad(model, 2 * workers);
    console.log(`${workers} workers: ${capacity.toFixed(1)} questions/s`);
    for (const share of workers === 2 ? [0.5, 1, 2] : []) console.log(await openLoad(model, share, capacity));
    const before = performance.now();
    await ask(model, 0);
    console.log(`after it: ${(performance.now() - before).toFixed(0)} ms; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    await model.close();
  }
}

function ask(model, n) {
  return model.answer(`when does the reading room open in year ${n}`, [{ text: texts[n % PASSAGES] }]);
}

/** As many callers, each asking when it was answered. -> questions a second */
async function closedLoad(model, callers) {
  const started = performance.now();
  let asked = 0;
  const call = async () => {
    while (performance.now() - started < 1000 * SECONDS) {
      asked += 1;
      await ask(model, asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return (1000 * asked) / (performance.now() - started);
}

/** Questions that come at a steady pace, whether answered or not. */
async function openLoad(model, share, capacity) {
  const times = [];
  const failed = {};
  const asked = [];
  const total = Math.round(share * capacity * SECONDS);
  const started = performance.now();
  for (let n = 0; n < total; n += 1) {
    const due = started + (1000 * n) / (share * capacity);
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const before = performance.now();
    asked.push(
      ask(model, n).then(
        () => times.push(performance.now() - before),
        ({ code }) => (failed[code] = (failed[code] ?? 0) + 1),
      ),
    );
  }
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  const at = (part) => `${(times[Math.floor(part * times.length)] ?? 0).toFixed(0)} ms`;
  const shareOf = (code) => `${((100 * (failed[code] ?? 0)) / total).toFixed(1)} %`;
  return `${share} x: ${total} asked, p50 ${at(0.5)}, p99 ${at(0.99)}, refused ${shareOf('busy')}, too slow ${shareOf('too-slow')}`;
}

main();
