import type { ResponseEnvelope } from 'ask-sdk-model';
import { intentRequest, launchRequest, type EnvelopeOptions } from './envelopes';
import type { TestServer } from './server';

export interface Turn {
  readonly status: number;
  /** What is heard, without markup. */
  readonly speech: string;
  readonly ssml: string;
  readonly reprompt: string;
  readonly ended: boolean | undefined;
  readonly response: ResponseEnvelope['response'];
}

/** A visitor who talks to the skill over HTTP; session attributes are carried from turn to turn as Alexa does. */
export class Conversation {
  private attributes: object = {};

  constructor(
    private readonly server: TestServer,
    private readonly user: string,
    private readonly options: EnvelopeOptions = {},
  ) {}

  launch(): Promise<Turn> {
    this.attributes = {};
    return this.send(launchRequest(this.envelopeOptions()));
  }

  intent(name: string, slots: Readonly<Record<string, string>> = {}): Promise<Turn> {
    return this.send(intentRequest(name, slots, this.envelopeOptions()));
  }

  ask(question: string): Promise<Turn> {
    return this.intent('AskQuestionIntent', { query: question });
  }

  async send(envelope: object): Promise<Turn> {
    const { status, body } = await this.server.post('/alexa', envelope);
    const { response = {}, sessionAttributes = {} } = body as Partial<ResponseEnvelope>;
    this.attributes = sessionAttributes;
    const ssml = ssmlOf(response.outputSpeech);
    return {
      status,
      ssml,
      speech: plain(ssml),
      reprompt: plain(ssmlOf(response.reprompt?.outputSpeech)),
      ended: response.shouldEndSession,
      response,
    };
  }

  envelopeOptions(): EnvelopeOptions {
    return { ...this.options, user: this.user, attributes: this.attributes };
  }
}

function ssmlOf(speech: ResponseEnvelope['response']['outputSpeech']): string {
  return speech?.type === 'SSML' ? speech.ssml : '';
}

function plain(ssml: string): string {
  return ssml
    .replace(/<[^>]+>/gu, '')
    .replace(/&apos;/gu, "'")
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
