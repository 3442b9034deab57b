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
    await page.getByLabel(/The key of a manager/u).fill(server.app.store.keys.create());
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.locator('#desk').waitFor();
    await page.getByLabel('Topic', { exact: true }).fill('Jetty');
    await page.locator('#files').setInputFiles([join(FIXTURES, 'boat-hire.pdf'), join(FIXTURES, 'library-card.docx')]);
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('cell', { name: 'library-card', exact: true }).waitFor();
    expect(await message()).toBe('Added boat-hire.pdf, library-card.docx.');
    const { body } = await server.post('/api/v1/ask', { question: 'what is the name of the boatman', topic: 'Jetty' });
    expect(body['shortAnswer']).toContain('Anselm Vogt');
  });

  test('a file that cannot be read is named', async () => {
    await page.getByLabel('Topic', { exact: true }).fill('Jetty');
    await page.locator('#files').setInputFiles(join(FIXTURES, 'locked.pdf'));
    await page.getByRole('button', { name: 'Add' }).click();
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
