import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Reply } from '../../assistant/talk';
import { fill } from '../prompts/prompts';
import { conversationOf, respond, type Spoken } from '../reply';
import { listScreen } from '../screens/list';
import { shorten } from '../speech/shorten';
import { askReprompt, type Voice } from '../voice';

/** After the first answer, and then after each third: a person is not asked every time. */
const ANSWERS_TO_A_FOLLOW_UP = 3;

/** The assistant's reply as it is spoken: in pieces, with a way on, and with an end where a person expects one. */
export async function present(voice: Voice, input: HandlerInput, reply: Reply): Promise<Response> {
  const isInPassing = input.requestEnvelope.session?.new === true && !asks(reply.reply);
  if (reply.end || (isInPassing && reply.act !== 'more')) {
    return respond(input, { speech: reply.reply, end: true, answer: reply.answers.at(-1) });
  }
  const prompts = voice.promptsFor(input);
  const { said, rest, dictation } = conversationOf(input);
  const anythingElse = { reprompt: prompts.anythingElseReprompt };
  switch (reply.act) {
    case undefined:
      return answered(voice, input, reply);
    case 'repeat':
    case 'slower':
      return respond(input, {
        speech: said?.speech ?? reply.reply,
        reprompt: said?.reprompt ?? prompts.ask,
        slowly: reply.act === 'slower',
        answer: reply.answers.at(-1),
      });
    case 'more':
      if (rest === undefined) return readAloud(voice, input, reply.reply, 'more');
      return rest === '' ? respond(input, { speech: prompts.noMore, ...anythingElse }) : readAloud(voice, input, rest, 'more');
    case 'note':
      return noted(voice, input, reply);
    case 'capabilities': {
      if (dictation) return respond(input, { speech: prompts.helpNotes, reprompt: prompts.notedReprompt, listenFor: 'passage' });
      const speech = `${prompts.otherLanguage} ${reply.reply} ${prompts.ask}`.trim();
      return respond(input, { speech, reprompt: prompts.ask, screen: listScreen(prompts.screenExamples, 'ask', reply.suggestions) });
    }
    case 'acknowledgement':
      return respond(input, { speech: prompts.gladly, reprompt: await askReprompt(voice, input) });
    case 'source':
    case 'list-notes':
      return readAloud(voice, input, reply.reply);
    default:
      return respond(input, { speech: withQuestion(reply.reply, prompts.ask), ...(await wayOn(voice, input, reply)) });
  }
}

/** "That's all" after a note. */
export function finishDictation(voice: Voice, input: HandlerInput): Response {
  const prompts = voice.promptsFor(input);
  const count = conversationOf(input).dictation?.sentences ?? 1;
  const speech = count === 1 ? prompts.notesDoneOne : fill(prompts.notesDone, { count: String(count) });
  return respond(input, { speech, reprompt: prompts.ask, conversation: { dictation: undefined } });
}

function answered(voice: Voice, input: HandlerInput, { reply, answers }: Reply): Response {
  const prompts = voice.promptsFor(input);
  const { answers: before = 0, dictation } = conversationOf(input);
  const isDue = before % ANSWERS_TO_A_FOLLOW_UP === 0 && !asks(reply) && !dictation;
  const followUp = isDue ? (prompts.anythingElse[(before / ANSWERS_TO_A_FOLLOW_UP) % prompts.anythingElse.length] ?? '') : '';
  const isRefused = answers.every(({ answerable }) => !answerable);
  // A question in between does not end a dictation; a second one does.
  const goesOn = dictation && !dictation.wasAsked;
  return respond(input, {
    speech: [reply, isRefused ? prompts.otherLanguage : '', followUp].filter(Boolean).join(' '),
    reprompt: goesOn ? prompts.notedReprompt : prompts.anythingElseReprompt,
    answer: answers.at(-1),
    listenFor: goesOn ? 'passage' : 'question',
    conversation: {
      answers: before + 1,
      rest: undefined,
      dictation: goesOn ? { ...dictation, wasAsked: true } : undefined,
    },
  });
}

/** Without a sentence to note, one is asked for. */
function noted(voice: Voice, input: HandlerInput, { reply, act }: Reply): Response {
  const prompts = voice.promptsFor(input);
  const { dictation } = conversationOf(input);
  if (act !== 'note') return respond(input, { speech: reply });
  const sentences = (dictation?.sentences ?? 0) + 1;
  return respond(input, {
    speech: `${reply} ${prompts.notedGoOn}`,
    reprompt: prompts.notedReprompt,
    listenFor: 'passage',
    conversation: { dictation: { sentences } },
  });
}

/** A text, a comfortable piece at a time; what is left waits for "more", which ends where the text ends. */
function readAloud(voice: Voice, input: HandlerInput, text: string, asked?: 'more'): Response {
  const prompts = voice.promptsFor(input);
  const { spoken, rest } = shorten(text);
  const ended = /[.!?]$/u.test(spoken) ? spoken : `${spoken}.`;
  return respond(input, {
    speech: rest ? `${ended} ${prompts.moreToHear}` : ended,
    reprompt: prompts.anythingElseReprompt,
    ...(rest || asked === 'more' ? { conversation: { rest } } : {}),
  });
}

/** Topics to choose from are listened for and shown; otherwise any sentence. */
async function wayOn(voice: Voice, input: HandlerInput, { kind, suggestions }: Reply): Promise<Omit<Spoken, 'speech'>> {
  const prompts = voice.promptsFor(input);
  const topics = await voice.assistant.library.topics();
  if (kind === 'topic' && topics.some(({ title }) => title === suggestions[0])) {
    return { reprompt: prompts.whichTopicReprompt, listenFor: 'topic', screen: listScreen(prompts.screenTopics, 'topic', suggestions) };
  }
  const closesNotes = kind === 'note' || kind === 'conversation' ? { conversation: { dictation: undefined } } : {};
  const screen = suggestions.length > 0 ? { screen: listScreen(prompts.screenExamples, 'ask', suggestions) } : {};
  return { reprompt: await askReprompt(voice, input), ...closesNotes, ...screen };
}

function asks(speech: string): boolean {
  return /\?["”]?$/u.test(speech);
}

function withQuestion(speech: string, question: string): string {
  return asks(speech) ? speech : `${speech} ${question}`;
}
