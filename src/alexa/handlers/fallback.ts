import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { fill } from '../prompts/prompts';
import { conversationOf, respond } from '../reply';
import { askReprompt, exampleQuestion, type Voice } from '../voice';

/** What nobody understands: another way to try; the second time in a row in other words. */
export async function fallback(voice: Voice, input: HandlerInput): Promise<Response> {
  const prompts = voice.promptsFor(input);
  const failures = (conversationOf(input).failures ?? 0) + 1;
  const example = await exampleQuestion(voice, failures);
  const speech = failures > 1 && example !== undefined ? fill(prompts.helpOtherWords, { example }) : prompts.fallback;
  return respond(input, { speech, reprompt: await askReprompt(voice, input), conversation: { failures } });
}
