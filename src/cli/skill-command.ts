import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { LOCALES, buildInteractionModel } from '../alexa/interaction/interaction-model';
import { readDeskFolder } from '../library/desk-folder';
import { SAMPLE_DESK } from '../shipped';

export function skillCommand(): Command {
  return new Command('skill')
    .description('write the interaction models of the Alexa skill, with the topics of a desk folder')
    .option('--desk <folder>', 'the texts whose topics Alexa should know', SAMPLE_DESK)
    .option('--out <folder>', 'the skill package', 'skill-package')
    .action(async ({ desk, out }: { desk: string; out: string }) => {
      const folder = join(out, 'interactionModels', 'custom');
      mkdirSync(folder, { recursive: true });
      const model = `${JSON.stringify(buildInteractionModel((await readDeskFolder(desk)).map(({ topic }) => topic)), null, 2)}\n`;
      for (const locale of LOCALES) writeFileSync(join(folder, `${locale}.json`), model);
      process.stdout.write(`Wrote ${LOCALES.join(', ')} to ${folder}.\n`);
    });
}
