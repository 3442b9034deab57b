// Opens the store and counts one visit of ann after the other, as many as it is told.
const { openStore } = require('../../../dist/store');

async function count(folder, times) {
  const store = await openStore(folder);
  for (let n = 0; n < times; n += 1) await store.sessions.update('ann', (session) => ({ ...session, visits: session.visits + 1 }));
  await store.close();
}

void count(process.argv[2], Number(process.argv[3]));
