// Memory of the process while questions about ever new texts are answered, in one thread. Run: node test/bench/memory.js [questions]
const { answer } = require('../../dist/answering/answer');
const { loadAnswering } = require('../../dist/answering/load');
const { readSettings } = require('../../dist/config');
const { modelFolder } = require('../../dist/shipped');

const QUESTIONS = Number(process.argv[2] ?? 10_000);
const SENTENCE = 'The reading room on floor number 2 opens at 9 a.m. and visitors may stay until 8 p.m. every day. ';

async function main() {
  const settings = readSettings(process.env);
  const answering = await loadAnswering(modelFolder(settings), settings.BACKEND);
  for (let asked = 0; asked <= QUESTIONS; asked += 1) {
    await answer(answering, {
      question: `when does it open in year ${asked}`,
      passages: [{ text: `Notice ${asked}. ${SENTENCE.repeat(7)}` }],
    });
    if (asked % Math.ceil(QUESTIONS / 10) === 0) console.log(`${asked} questions: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  }
}

main();
