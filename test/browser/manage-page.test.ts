import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchBrowser } from '../support/browser';
import { describeWith } from '../support/needs';
import { startServer, type TestServer } from '../support/server';

const FIXTURES = join(__dirname, '..', 'fixtures');

describeWith(CHROMIUM, 'a browser', "the manager's page", () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}/manage`);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const message = async (): Promise<string> => (await page.locator('#message').textContent()) ?? '';

  test('a wrong key stays outside and is told so', async () => {
    await page.getByLabel(/The key of a manager/u).fill('not-a-key');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.locator('#message:not(:empty)').waitFor();
    expect(await message()).toContain('key of a manager');
    await expect(page.locator('#desk').isVisible()).resolves.toBe(false);
  });

  test('a manager drops a PDF and a Word file, and visitors get answers from them', async () => {
    await page.getByLabel(/The key of a manager/u).fill(await server.app.store.keys.create('manager'));
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.locator('#desk').waitFor();
    await page.locator('#topic').fill('Jetty');
    await page.locator('#files').setInputFiles([join(FIXTURES, 'boat-hire.pdf'), join(FIXTURES, 'library-card.docx')]);
    await page.locator('#add').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('cell', { name: 'library-card', exact: true }).waitFor();
    expect(await message()).toBe('Added boat-hire.pdf, library-card.docx.');
    const { body } = await server.post('/api/v1/ask', { question: 'what is the name of the boatman', topic: 'Jetty' });
    expect(body['shortAnswer']).toContain('Anselm Vogt');
  });

  test('the manager tries a question and sees what a visitor would be told', async () => {
    await page.getByLabel('A question, as a visitor would ask it').fill('what is the name of the boatman');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('#try-answer').getByText('Confidence').waitFor();
    expect(await page.locator('#try-answer > p').first().textContent()).toContain('Anselm Vogt');
  });

  test('a question without an answer is mended with one sentence', async () => {
    const question = 'is there a moat';
    await server.app.assistant.feedback.addUnanswered(question);
    await page.reload();
    await page.getByRole('button', { name: `Add to the text: ${question}` }).click();
    await page.locator('#unanswered').getByLabel('Topic').fill('Jetty');
    await page.getByLabel('The sentence that answers it').fill('There is a moat around the castle, three metres deep');
    await page.locator('#unanswered').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^Added/u).waitFor();
    await page.getByRole('button', { name: `Add to the text: ${question}` }).waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'Notes', exact: true }).waitFor();
    const { body } = await server.post('/api/v1/ask', { question: 'how deep is the moat', topic: 'Jetty' });
    expect(body['shortAnswer']).toContain('three metres');
  });

  test('judged answers are saved as training examples', async () => {
    await server.post('/api/v1/ask', {
      question: 'what is the name of the boatman',
      context: 'The boatman is Anselm Vogt.',
      sessionId: 'ida',
    });
    await server.post('/api/v1/feedback', { sessionId: 'ida', verdict: 'right' });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as training examples' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      context: 'The boatman is Anselm Vogt.',
      qas: [{ q: 'what is the name of the boatman', short: 'Anselm Vogt' }],
    });
  });

  test('a file that cannot be read is named', async () => {
    await page.locator('#topic').fill('Jetty');
    await page.locator('#files').setInputFiles(join(FIXTURES, 'locked.pdf'));
    await page.locator('#add').getByRole('button', { name: 'Add' }).click();
    await page.getByText('locked.pdf is protected by a password').waitFor();
  });

  test('a document is removed', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Remove library-card' }).click();
    await page.getByRole('cell', { name: 'library-card', exact: true }).waitFor({ state: 'detached' });
  });

  test.each(['light', 'dark'] as const)('has no accessibility violations in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
