#!/usr/bin/env node
import { Command } from 'commander';
import { prepareCommand } from './prepare-command';

const program = new Command('front-desk').description('A desk assistant that reads your text and speaks the answer.').addCommand(prepareCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`front-desk: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
