import { Command } from 'commander';
import { serve } from '../main';

export function serveCommand(): Command {
  return new Command('serve').description('start the server; settings come from the environment (docs/settings.md)').action(async () => {
    const started = performance.now();
    const { url, app } = await serve(process.env);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { model, library } = app.assistant;
    const manager = (await app.store.keys.isEmpty()) ? 'make a key with: npx front-desk key' : 'for who has a key';
    process.stdout.write(
      [
        '',
        `Front Desk is ready after ${seconds} s at ${url}`,
        `  model ${model.version} on ${model.engine}`,
        `  manager's page: ${url}/manage (${manager})`,
        `  the API to try: ${url}/docs`,
        `  topics: ${(await library.topics()).map((topic) => topic.title).join(', ')}`,
        '',
        'Try it:',
        `  open ${url} in a browser, or`,
        `  curl -s ${url}/api/v1/ask -H 'Content-Type: application/json' -d '{"question": "what time is breakfast", "topic": "everything"}'`,
        '',
      ].join('\n') + '\n',
    );
  });
}
