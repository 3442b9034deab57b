import { randomUUID } from 'node:crypto';

export const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';

export interface EnvelopeOptions {
  readonly user?: string;
  readonly attributes?: object;
  readonly skillId?: string;
  readonly timestamp?: string;
  readonly isNew?: boolean;
  readonly supportedInterfaces?: object;
}

/** A request envelope as the Alexa service sends it. */
export function envelope(request: object, options: EnvelopeOptions = {}): object {
  const application = { applicationId: options.skillId ?? SKILL_ID };
  const user = { userId: `amzn1.ask.account.${options.user ?? 'VISITOR'}` };
  return {
    version: '1.0',
    session: {
      new: options.isNew ?? false,
      sessionId: 'amzn1.echo-api.session.1',
      application,
      user,
      attributes: options.attributes ?? {},
    },
    context: {
      System: {
        application,
        user,
        device: { deviceId: 'amzn1.ask.device.1', supportedInterfaces: options.supportedInterfaces ?? {} },
        apiEndpoint: 'http://127.0.0.1:9',
        apiAccessToken: 'token',
      },
    },
    request: {
      requestId: `amzn1.echo-api.request.${randomUUID()}`,
      timestamp: options.timestamp ?? new Date().toISOString(),
      locale: 'en-US',
      ...request,
    },
  };
}

export function launchRequest(options?: EnvelopeOptions): object {
  return envelope({ type: 'LaunchRequest' }, { isNew: true, ...options });
}

export function intentRequest(name: string, slots: Readonly<Record<string, string>> = {}, options?: EnvelopeOptions): object {
  const filled = Object.fromEntries(
    Object.entries(slots).map(([slot, value]) => [slot, { name: slot, value, confirmationStatus: 'NONE' }]),
  );
  return envelope({ type: 'IntentRequest', dialogState: 'STARTED', intent: { name, confirmationStatus: 'NONE', slots: filled } }, options);
}
