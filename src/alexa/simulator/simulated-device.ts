import { randomUUID } from 'node:crypto';
import type { Directive, ResponseEnvelope } from 'ask-sdk-model';
import type { LanguageModel, SlotValue } from './language-model';
import { resolveUtterance, type Arbitration, type Elicitation, type ResolvedSlot } from './resolve-utterance';

/** Sends a request envelope to the skill and brings its answer. */
export type Endpoint = (envelope: object) => Promise<ResponseEnvelope>;

/** A slot as a request holds it. */
export interface RequestSlot {
  readonly name: string;
  readonly value: string;
  readonly confirmationStatus: string;
  readonly source: string;
  readonly resolutions?: object;
}

export interface Exchange {
  readonly request: object;
  readonly response: ResponseEnvelope;
  /** What Alexa says, without markup. */
  readonly speech: string;
  readonly intent: string;
  readonly slots: readonly RequestSlot[];
  readonly ended: boolean;
}

export interface DeviceOptions {
  readonly skillId: string;
  readonly locale: string;
  readonly userId: string;
  readonly arbitration?: Arbitration | undefined;
  /** Interfaces of the device, such as a screen's. */
  readonly supportedInterfaces?: object;
}

/**
 * An Echo in memory: turns what is said into the requests that the Alexa service would send, and keeps what it keeps
 * between them - session, attributes, the slot being elicited, dynamic entities.
 */
export class SimulatedDevice {
  private sessionId: string | undefined;
  private attributes: object = {};
  private elicitation: Elicitation | undefined;
  private dynamicValues: readonly SlotValue[] = [];

  constructor(
    private readonly model: LanguageModel,
    private readonly endpoint: Endpoint,
    private readonly options: DeviceOptions,
  ) {}

  forgetSession(): void {
    this.sessionId = undefined;
    this.attributes = {};
    this.elicitation = undefined;
  }

  /** Throws what the endpoint throws. "open front desk" launches; "ask front desk ..." asks in a new session. */
  async say(utterance: string): Promise<Exchange> {
    const rest = this.invocation(utterance);
    if (rest !== undefined) this.forgetSession();
    const isNew = this.sessionId === undefined;
    this.sessionId ??= `amzn1.echo-api.session.${randomUUID()}`;
    const request = rest === '' ? { type: 'LaunchRequest' } : this.intentRequest(rest ?? utterance);
    const envelope = this.envelope(request, isNew);
    const response = await this.endpoint(envelope);
    this.remember(response);
    const ended = response.response.shouldEndSession === true;
    if (ended) this.forgetSession();
    const intent = 'intent' in request ? request.intent.name : request.type;
    const slots = 'intent' in request ? Object.values(request.intent.slots) : [];
    return { request: envelope, response, speech: spokenText(response), intent, slots, ended };
  }

  /** What follows the invocation name; empty for a launch, undefined when the skill is not invoked. */
  private invocation(utterance: string): string | undefined {
    const heard = utterance
      .toLowerCase()
      .replace(/[.,!?]+$/u, '')
      .trim();
    const name = this.model.invocationName;
    const match = new RegExp(`^(?:alexa,? )?(?:open|launch|start|ask|tell|run|use) ${name}(?: to)?(?: (.+))?$`, 'u').exec(heard);
    return match ? (match[1] ?? '') : undefined;
  }

  private intentRequest(utterance: string): {
    type: string;
    dialogState: string;
    intent: { name: string; confirmationStatus: string; slots: Readonly<Record<string, RequestSlot>> };
  } {
    const { intent, slots } = resolveUtterance(this.model, utterance, this.elicitation, this.dynamicValues, this.options.arbitration);
    const filled = Object.fromEntries(slots.map((slot) => [slot.name, this.requestSlot(slot)]));
    return { type: 'IntentRequest', dialogState: 'STARTED', intent: { name: intent, confirmationStatus: 'NONE', slots: filled } };
  }

  private requestSlot({ name, value, entity }: ResolvedSlot): RequestSlot {
    const authority = `amzn1.er-authority.echo-sdk.${this.options.skillId}.TOPIC`;
    const resolution = entity
      ? { authority, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: entity }] }
      : { authority, status: { code: 'ER_SUCCESS_NO_MATCH' } };
    const isPhrase = name === 'query' || name === 'passage';
    return {
      name,
      value,
      confirmationStatus: 'NONE',
      source: 'USER',
      ...(isPhrase ? {} : { resolutions: { resolutionsPerAuthority: [resolution] } }),
    };
  }

  private envelope(request: object, isNew: boolean): object {
    const application = { applicationId: this.options.skillId };
    const user = { userId: this.options.userId };
    return {
      version: '1.0',
      session: { new: isNew, sessionId: this.sessionId, application, user, attributes: this.attributes },
      context: {
        System: {
          application,
          user,
          device: { deviceId: 'amzn1.ask.device.simulated', supportedInterfaces: this.options.supportedInterfaces ?? {} },
          apiEndpoint: 'https://api.amazonalexa.com',
          apiAccessToken: 'none',
        },
      },
      request: {
        ...request,
        requestId: `amzn1.echo-api.request.${randomUUID()}`,
        timestamp: new Date().toISOString(),
        locale: this.options.locale,
      },
    };
  }

  private remember({ sessionAttributes = {}, response }: ResponseEnvelope): void {
    this.attributes = sessionAttributes;
    this.elicitation = undefined;
    for (const directive of response.directives ?? []) this.follow(directive);
  }

  private follow(directive: Directive): void {
    if (directive.type === 'Dialog.ElicitSlot' && directive.updatedIntent) {
      this.elicitation = { intent: directive.updatedIntent.name, slot: directive.slotToElicit };
    } else if (directive.type === 'Dialog.UpdateDynamicEntities') {
      const values = directive.types?.flatMap((type) => type.values) ?? [];
      this.dynamicValues = values.map(({ id, name }) => ({ id, name: { value: name.value, synonyms: name.synonyms ?? [] } }));
    }
  }
}

function spokenText({ response }: ResponseEnvelope): string {
  const speech = response.outputSpeech;
  const ssml = speech?.type === 'SSML' ? speech.ssml : (speech?.text ?? '');
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return ssml.replace(/<[^>]+>/gu, '').replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? '');
}
