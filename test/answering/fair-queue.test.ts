import { FairQueue } from '../../src/answering/fair-queue';

function queueOf(...items: readonly (readonly [string, string])[]): FairQueue<string> {
  const queue = new FairQueue<string>();
  for (const [caller, item] of items) queue.push(caller, item);
  return queue;
}

function drain(queue: FairQueue<string>): string[] {
  const items: string[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item);
  return items;
}

test('one caller is served first in, first out', () => {
  expect(drain(queueOf(['a', '1'], ['a', '2'], ['a', '3']))).toEqual(['1', '2', '3']);
});

test('a single question does not wait for a whole batch', () => {
  expect(drain(queueOf(['batch', 'b1'], ['batch', 'b2'], ['batch', 'b3'], ['', 'single']))).toEqual(['b1', 'single', 'b2', 'b3']);
});

test('tells how many come before a new one of a caller', () => {
  const queue = queueOf(['batch', 'b1'], ['batch', 'b2'], ['batch', 'b3'], ['', 's1']);
  expect(queue.ahead('batch')).toBe(4);
  expect(queue.ahead('')).toBe(3);
  expect(queue.ahead('new')).toBe(2);
});

test('what is taken out is not served', () => {
  const queue = queueOf(['a', '1'], ['a', '2']);
  queue.remove('a', '1');
  queue.remove('nobody', '1');
  expect(drain(queue)).toEqual(['2']);
});
