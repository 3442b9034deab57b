import type { HandlerInput } from 'ask-sdk-core';
import { toSsml } from './speech/ssml';
import type { Voice } from './voice';

const PATIENCE_MS = 1_000;

/** Says "one moment" while the work takes longer than a second (a progressive response); failures of that are no matter. */
export async function withOneMoment<T>(voice: Voice, input: HandlerInput, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    void sayOneMoment(voice, input);
  }, PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

async function sayOneMoment(voice: Voice, input: HandlerInput): Promise<void> {
  try {
    const client = input.serviceClientFactory?.getDirectiveServiceClient();
    await client?.enqueue({
      header: { requestId: input.requestEnvelope.request.requestId },
      directive: { type: 'VoicePlayer.Speak', speech: `<speak>${toSsml(voice.promptsFor(input).oneMoment)}</speak>` },
    });
  } catch (error) {
    voice.logger.debug({ err: error }, 'the progressive response was not taken');
  }
}
