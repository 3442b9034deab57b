import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchBrowser } from '../support/browser';
import { describeWith } from '../support/needs';
import { startServer, type TestServer } from '../support/server';

describeWith(CHROMIUM, 'a browser', "the chat on another site's page", () => {
  let site: Server;
  let siteUrl: string;
  let server: TestServer;
  let browser: Browser;
  let deskUrl = '';

  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><title>Hotel</title><h1>Hotel</h1><script src="${deskUrl}/embed.js" data-title="Ask us" defer></script>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`;
    server = await startServer({ ALLOWED_ORIGINS: siteUrl });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await new Promise((resolve) => site.close(resolve));
  });

  const open = async (desk: TestServer): Promise<Page> => {
    deskUrl = desk.url;
    const page = await browser.newPage();
    await page.goto(siteUrl);
    await page.getByRole('button', { name: 'Ask us' }).click();
    return page;
  };

  test('one script tag brings a button that opens the chat, which answers', async () => {
    const page = await open(server);
    const chat = page.frameLocator('iframe[title="Ask us"]');
    await chat.getByLabel('Your question').fill('what is the wifi password');
    await chat.getByRole('button', { name: 'Ask', exact: true }).click();
    await chat.locator('#chat li:last-child .actions').waitFor();
    expect(await chat.locator('#chat li.answered > p').last().textContent()).toContain('lantern482');
    await page.keyboard.press('Escape');
    await page.close();
  });

  test('a site that is not on the list cannot show it', async () => {
    const strict = await startServer({}, { model: server.app.assistant.model });
    const page = await open(strict);
    await page.waitForTimeout(500);
    await expect(page.frameLocator('iframe').getByLabel('Your question').count()).resolves.toBe(0);
    await page.close();
    await strict.close();
  });
});
