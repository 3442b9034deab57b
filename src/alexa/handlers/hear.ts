import { getIntentName, type HandlerInput } from 'ask-sdk-core';
import { isTopicName } from '../../assistant/choose-topic';
import type { Said } from '../../assistant/talk';
import { recognize } from '../../assistant/utterances/recognize';
import { carrierOf, opensQuestion, rebuildQuestion } from '../interaction/carriers';
import { commandOf } from '../interaction/commands';
import { conversationOf } from '../reply';
import type { Voice } from '../voice';
import { heard, resolvedId } from './slots';

/** What a person meant: a command by its intent, or words for the assistant to understand. */
export type Meant = { readonly intent: string } | ({ readonly intent?: never } & Pick<Said, 'utterance' | 'as'>);

/**
 * What was said, whatever intent the device chose for it. A device that is asked to capture a sentence may hand over
 * "that's all", "remember that ..." or a question as the value of any slot, so every sentence is understood here anew.
 */
export async function hear(voice: Voice, input: HandlerInput): Promise<Meant> {
  const intent = getIntentName(input.requestEnvelope);
  if (intent === 'DictateIntent') return dictated(input);
  if (intent === 'SetContextIntent') return topic(voice, input);
  const carrier = carrierOf(intent);
  if (!carrier) return { intent };
  const sentence = heard(input, 'query');
  if (sentence === undefined) return { utterance: '' };
  // "Tell front desk that ..."
  if (carrier.opening === 'that' && input.requestEnvelope.session?.new) return { utterance: sentence, as: 'note' };
  return understand(input, rebuildQuestion(carrier, sentence));
}

/** While a note is dictated, what does not sound like a question or a command goes on with the note. */
function understand(input: HandlerInput, sentence: string): Meant {
  const command = commandOf(sentence);
  if (command !== undefined) return { intent: command };
  const isPlain = recognize(sentence, input.requestEnvelope.request.locale).act === 'question' && !opensQuestion(sentence);
  return isPlain && conversationOf(input).dictation ? { utterance: sentence, as: 'note' } : { utterance: sentence };
}

function dictated(input: HandlerInput): Meant {
  const sentence = heard(input, 'passage');
  if (sentence === undefined) return { utterance: '', as: 'note' };
  // Outside a dictation the words "remember that" were heard before it.
  return conversationOf(input).dictation ? understand(input, sentence) : { utterance: afterRemember(input, sentence), as: 'note' };
}

function afterRemember(input: HandlerInput, sentence: string): string {
  const { act, text } = recognize(sentence, input.requestEnvelope.request.locale);
  return act === 'note' && text ? text : sentence;
}

async function topic({ assistant: { library } }: Voice, input: HandlerInput): Promise<Meant> {
  const name = heard(input, 'topic');
  if (name === undefined) return { intent: 'ListTopicsIntent' };
  const command = commandOf(name);
  if (command !== undefined) return { intent: command };
  if (isTopicName(await library.topics(), name)) return { utterance: name, as: 'choose-topic' };
  const id = resolvedId(input, 'topic');
  if (id !== undefined) return { utterance: id, as: 'choose-topic' };
  const isName = recognize(name, input.requestEnvelope.request.locale).act === 'question' && !opensQuestion(name);
  return isName ? { utterance: name, as: 'choose-topic' } : { utterance: name };
}
