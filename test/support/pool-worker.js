// Tasks for the tests of the pool: what they do is what a network in trouble does.
const { existsSync, writeFileSync } = require('node:fs');
const { parentPort, threadId } = require('node:worker_threads');

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.ready = async () => threadId;

exports.take = async ({ ms, result }) => {
  await wait(ms);
  return result;
};

exports.tell = async ({ job, content }) => {
  parentPort.postMessage({ job, content });
  await wait(20);
  return 'done';
};

exports.whoAmI = async ({ job }) => {
  parentPort.postMessage({ job, content: threadId });
  await wait(10);
};

/** The worker is gone, the first time or each time. */
exports.crash = async ({ marker }) => {
  if (marker && existsSync(marker)) return 'survived';
  if (marker) writeFileSync(marker, '');
  process.exit(1);
};
