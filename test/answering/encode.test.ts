import { whereEvidenceMayStand } from '../../src/answering/encode';
import { analyze } from '../../src/text/analyze';

test('no evidence stands in headings, in questions that a text asks itself, or in the mark of their answers', () => {
  const passage = analyze('Rooms > Access\nQ: Is there a lift?\nA: No, only stairs.\nA ramp is planned.');
  const may = whereEvidenceMayStand(passage, 3);
  expect(passage.tokens.filter((_, index) => may[index] === 1).map(({ text }) => text)).toEqual(
    'No , only stairs . A ramp is planned .'.split(' '),
  );
});
