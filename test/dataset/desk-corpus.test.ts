import { join } from 'node:path';
import { readDesks, readDeskTexts, readDialogues, readHeldOut, readingsOfDesk } from '../../src/dataset/desk-corpus';
import type { Desk } from '../../src/dataset/desk-corpus';
import { seededRandom } from '../../src/dataset/random';

const DESK = join(__dirname, '..', '..', 'data', 'desk');
const desks = readDesks(DESK);

describe('the desk corpus', () => {
  test('keeps out about a tenth of each kind, by name', () => {
    const heldOut = readHeldOut(DESK);
    const ids = [readDeskTexts(DESK).map(({ title }) => title), readDialogues(DESK).map(({ title }) => title), desks.map(({ id }) => id)];
    for (const kind of ids) {
      const share = kind.filter((id) => heldOut.has(id)).length / kind.length;
      expect(share).toBeGreaterThan(0.07);
      expect(share).toBeLessThan(0.14);
    }
  });

  test("asks a desk's question of the passage that answers it and of others that do not", () => {
    const desk = desks[0] as Desk;
    const readings = readingsOfDesk(desk, seededRandom(1));
    const question = desk.qas[0] as Desk['qas'][number];
    const asked = readings.flatMap(({ context, path, questions }) =>
      questions
        .filter(({ text }) => text === question.q)
        .map(({ evidence }) => ({ path, said: evidence && context.slice(evidence.start, evidence.end) })),
    );
    expect(asked.filter(({ said }) => said === question.short).map(({ path }) => path)).toEqual([desk.passages[question.passage]?.path]);
    expect(asked.filter(({ said }) => said === undefined)).toHaveLength(3);
  });

  test('asks a follow-up as its full question and after the one before', () => {
    const texts = readDialogues(DESK)[0]?.questions.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['what time can i get in on saturday', 'what time can i get in on a tuesday morning i meant saturday']),
    );
  });
});
