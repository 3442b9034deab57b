import type { Verifier } from 'ask-sdk-express-adapter';
import { z } from 'zod';
import type { Clock } from '../../assistant/ports';

const TOLERANCE_MS = 150_000;
const EVENT_TOLERANCE_MS = 3_600_000;
const REMEMBERED_REQUESTS = 10_000;

const envelopeSchema = z.object({
  context: z.object({ System: z.object({ application: z.object({ applicationId: z.string() }) }) }),
  request: z.object({ type: z.string(), requestId: z.string().min(1).max(512), timestamp: z.iso.datetime({ offset: true }) }),
});

/** Refuses envelopes that are malformed or meant for another skill. */
export function createSkillIdVerifier(skillId: string | undefined): Verifier {
  return {
    verify: async (body) => {
      const { applicationId } = parse(body).context.System.application;
      if (skillId !== undefined && applicationId !== skillId) throw new Error('The request is for another skill.');
    },
  };
}

/** Refuses requests that are too old, from the future, or were seen before. Skill events may be an hour old. */
export function createFreshnessVerifier(clock: Clock): Verifier {
  const seen = new Map<string, number>();
  return {
    verify: async (body) => {
      const { request } = parse(body);
      const now = clock();
      const age = now - Date.parse(request.timestamp);
      const oldest = request.type.startsWith('AlexaSkillEvent.') ? EVENT_TOLERANCE_MS : TOLERANCE_MS;
      if (age > oldest || age < -TOLERANCE_MS) throw new Error('The request is not of this moment.');
      for (const [id, until] of seen) {
        if (until > now && seen.size < REMEMBERED_REQUESTS) break;
        seen.delete(id);
      }
      if (seen.has(request.requestId)) throw new Error('The request was already answered.');
      seen.set(request.requestId, now + oldest);
    },
  };
}

function parse(body: string): z.infer<typeof envelopeSchema> {
  let envelope: unknown;
  try {
    envelope = JSON.parse(body);
  } catch {
    throw new Error('The body is not JSON.');
  }
  const result = envelopeSchema.safeParse(envelope);
  if (!result.success) throw new Error('The body is not an Alexa request.');
  return result.data;
}
