#!/usr/bin/env node
import { Command } from 'commander';
import { answerCommand } from './answer-command';
import { askCommand } from './ask-command';
import { backupCommand, restoreCommand } from './backup-command';
import { dialogCommand } from './dialog-command';
import { doctorCommand } from './doctor-command';
import { evaluateCommand } from './evaluate-command';
import { importCommand } from './import-command';
import { keyCommand } from './key-command';
import { prepareCommand } from './prepare-command';
import { previewCommand } from './preview-command';
import { reindexCommand } from './reindex-command';
import { serveCommand } from './serve-command';
import { skillCommand } from './skill-command';
import { trainCommand } from './train-command';

/** Native TensorFlow greets at length on standard error otherwise; it reads this when it is loaded. */
process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';

const program = new Command('front-desk')
  .description('A desk assistant that reads your text and speaks the answer.')
  .addCommand(serveCommand())
  .addCommand(askCommand())
  .addCommand(answerCommand())
  .addCommand(dialogCommand())
  .addCommand(doctorCommand())
  .addCommand(prepareCommand())
  .addCommand(trainCommand())
  .addCommand(evaluateCommand())
  .addCommand(importCommand())
  .addCommand(previewCommand())
  .addCommand(reindexCommand())
  .addCommand(keyCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(skillCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`front-desk: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
