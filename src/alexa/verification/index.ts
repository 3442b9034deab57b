import type { Verifier } from 'ask-sdk-express-adapter';
import type { Clock } from '../../assistant/ports';
import type { FetchText } from './download';
import { createFreshnessVerifier, createSkillIdVerifier } from './envelope-verifier';
import { createSignatureVerifier } from './signature-verifier';

export interface VerificationOptions {
  /** `off` leaves the signature and the time unchecked. */
  readonly signatures: 'on' | 'off';
  readonly skillId: string | undefined;
  readonly trustedRoots: () => readonly string[];
  readonly fetchText: FetchText;
  readonly clock: Clock;
}

/** Everything a request must pass before the skill sees it, cheapest first; what fails is never remembered. */
export function createVerifier(options: VerificationOptions): Verifier {
  const steps = [createSkillIdVerifier(options.skillId)];
  if (options.signatures === 'on') {
    steps.push(
      createSignatureVerifier({ trustedRoots: options.trustedRoots(), fetchText: options.fetchText, clock: options.clock }),
      createFreshnessVerifier(options.clock),
    );
  }
  return {
    verify: async (body, headers) => {
      for (const step of steps) await step.verify(body, headers);
    },
  };
}
