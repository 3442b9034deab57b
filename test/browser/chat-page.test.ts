import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROMIUM, launchBrowser } from '../support/browser';
import { describeWith } from '../support/needs';
import { startServer, type TestServer } from '../support/server';

describeWith(CHROMIUM, 'a browser', 'the chat page', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(server.url);
  });
  afterEach(() => context.close());

  const ask = async (question: string): Promise<string> => {
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('#chat li:last-child .actions, #chat li.failed:last-child').waitFor();
    return (await page.locator('#chat li.answered > p').last().textContent()) ?? '';
  };

  test('answers a typed question and shows the source with the evidence marked', async () => {
    expect(await ask('what is the wifi password')).toContain('lantern482');
    await page.getByText('From Internet and printing').click();
    await expect(page.locator('mark').textContent()).resolves.toBe('lantern482');
  });

  test('shows why: what was looked at for each spoken word', async () => {
    await ask('what is the wifi password');
    await page.getByText('Why this answer').click();
    const picture = page.getByRole('img', { name: /“lantern482” at “lantern482”/u });
    await picture.waitFor();
    const weights = await page
      .locator('.why tr:last-child td')
      .evaluateAll((cells) =>
        cells.map((cell) =>
          Number((cell as unknown as { style: { getPropertyValue(name: string): string } }).style.getPropertyValue('--weight')),
        ),
      );
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1);
  });

  test('the answer can be heard', async () => {
    await page.addInitScript('speechSynthesis.speak = (utterance) => { window.heard = utterance.text; }');
    await page.reload();
    const answer = await ask('where is the pool');
    await page.getByRole('button', { name: 'Hear it' }).click();
    await expect(page.evaluate('window.heard')).resolves.toBe(answer);
  });

  test('answers from a text that the visitor pastes', async () => {
    await page.getByLabel('What to look in').selectOption('My own text…');
    await page.getByLabel('Paste a text to ask about').fill('The beekeeper is called Ottilie Brandt. She comes on Fridays.');
    expect(await ask('who is the beekeeper')).toContain('Ottilie Brandt');
  });

  test('a suggestion asks itself', async () => {
    await page.getByRole('button', { name: "What's the wifi password?" }).click();
    await page.locator('#chat li.answered').waitFor();
    await expect(page.locator('#chat li').count()).resolves.toBe(2);
  });

  test('keeps the conversation across a reload', async () => {
    const answer = await ask('where is the pool');
    await page.reload();
    await page.locator('#chat li.answered .actions').waitFor();
    await expect(page.locator('#chat li').allTextContents()).resolves.toEqual(['where is the pool', expect.stringContaining(answer)]);
  });

  test('says what is wrong when the text is empty', async () => {
    await page.getByLabel('What to look in').selectOption('My own text…');
    expect(await ask('who is the beekeeper')).toContain('The context is empty');
  });

  test('shows markup as text', async () => {
    await page.getByLabel('What to look in').selectOption('My own text…');
    await page.getByLabel('Paste a text to ask about').fill('The word is <img src=x onerror=alert(1)> here.');
    await ask('what is the word');
    await expect(page.locator('#chat img').count()).resolves.toBe(0);
  });

  test.each(['light', 'dark'] as const)('has no accessibility violations in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await ask('where is the pool');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('a verdict on an answer reaches the manager', async () => {
    await ask('where is the pool');
    const stored = page.waitForResponse((response) => response.url().endsWith('/feedback'));
    await page.getByRole('button', { name: 'Not helpful' }).click();
    expect((await stored).status()).toBe(204);
    expect((await server.app.assistant.feedback.list(1, 0)).items[0]).toMatchObject({
      verdict: 'wrong',
      answer: { question: 'where is the pool' },
    });
    await page.getByLabel('What is right? (if you know)').fill('The pool is on the roof.');
    const bettered = page.waitForResponse((response) => response.url().endsWith('/feedback'));
    await page.getByRole('button', { name: 'Send' }).click();
    expect((await bettered).status()).toBe(204);
    expect((await server.app.assistant.feedback.list(1, 0)).items[0]).toMatchObject({ betterAnswer: 'The pool is on the roof.' });
  });

  test('works by keyboard alone', async () => {
    await page.keyboard.type('where is the gym');
    await page.keyboard.press('Enter');
    await page.locator('#chat li.answered').waitFor();
    await expect(page.locator('#question:focus').count()).resolves.toBe(1);
  });

  test('fits a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await ask('how much does parking cost per night and where is the car park');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
  });

  test('the API is documented on a page of its own', async () => {
    const complaints: string[] = [];
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(`${server.url}/docs`);
    await page.getByText('Answer a question from a context').waitFor();
    expect(complaints).toEqual([]);
  });
});
