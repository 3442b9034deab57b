import { Command } from 'commander';
export function evaluateCommand(): Command {
  return new Command('evaluate').description('measure the served network');
}
