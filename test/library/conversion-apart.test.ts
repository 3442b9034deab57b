import { extractText } from '../../src/library/extract-text';

/** How long the thread that answers questions was kept busy at the most while something else went on, in milliseconds. */
async function longestPause(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await work.catch(() => undefined);
  clearInterval(timer);
  return longest;
}

describe('a file that takes too long to read', () => {
  const endless = Buffer.from('!['.repeat(3_000_000));

  test('is refused within ten seconds with what to do, and keeps nobody waiting meanwhile', async () => {
    const began = performance.now();
    const refused = extractText('endless.md', endless);
    expect(await longestPause(refused)).toBeLessThan(1500);
    await expect(refused).rejects.toMatchObject({ code: 'document-too-large', message: expect.stringMatching(/Split it/u) as string });
    expect(performance.now() - began).toBeLessThan(10_500);
  });

  test('leaves the next one readable', async () => {
    await expect(extractText('a.txt', Buffer.from('The bar opens at noon.'))).resolves.toBe('The bar opens at noon.');
  });
});
