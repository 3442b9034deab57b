// Writes sessions and documents as fast as it can and prints each one that was acknowledged; it is meant to be killed.
const { openStore } = require('../../dist/store');

const store = openStore(process.argv[2]);
for (let n = 0; ; n += 1) {
  store.sessions.put(`s${n}`, { visits: n, context: { kind: 'text', text: `text ${n}` } });
  process.stdout.write(`s${n}\n`);
  if (n % 5 === 0) {
    const topic = { id: `t${n}`, title: `Topic ${n}`, synonyms: [], examples: [] };
    store.library.put({ topic, title: 'note', origin: 'upload', text: `The number of this note is ${n}.` });
    process.stdout.write(`t${n}\n`);
  }
}
