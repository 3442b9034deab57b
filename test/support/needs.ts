import { existsSync } from 'node:fs';

/** A group of tests that needs something not everybody has; without it one line says what was skipped and why. */
export function describeWith(file: string, purpose: string, name: string, tests: () => void): void {
  if (existsSync(file)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name}, since ${purpose} (${file}) is not here\n`);
  describe.skip(name, tests);
}
