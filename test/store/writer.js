// Writes sessions and documents as fast as it can and prints each one that was acknowledged; it is meant to be killed.
const { setImmediate: nextTurn } = require('node:timers/promises');
const { openStore } = require('../../dist/store');

async function write(folder) {
  const store = await openStore(folder);
  for (let n = 0; ; n += 1) {
    await store.sessions.update(`s${n}`, (session) => ({ ...session, visits: n, context: { kind: 'text', text: `text ${n}` } }));
    process.stdout.write(`s${n}\n`);
    if (n % 5 === 0) {
      const topic = { id: `t${n}`, title: `Topic ${n}`, synonyms: [], examples: [] };
      await store.library.put({ topic, name: 'note.txt', title: 'note', origin: 'upload', text: `The number of this note is ${n}.` });
      process.stdout.write(`t${n}\n`);
    }
    // Promises alone would never let the pipe be written.
    if (n % 10 === 0) await nextTurn();
  }
}

void write(process.argv[2]);
