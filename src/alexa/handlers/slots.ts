import { getRequestType, type HandlerInput } from 'ask-sdk-core';

export function isRequest(input: HandlerInput, ...types: readonly string[]): boolean {
  return types.includes(getRequestType(input.requestEnvelope));
}

/** A slot's value as it was heard, trimmed; undefined when the slot is absent, empty or "?". */
export function heard(input: HandlerInput, slot: string): string | undefined {
  const { request } = input.requestEnvelope;
  if (request.type !== 'IntentRequest') return undefined;
  const value = request.intent.slots?.[slot]?.value?.trim();
  return value && value !== '?' ? value : undefined;
}

/** The id that entity resolution found for a custom slot; values of dynamic entities win. */
export function resolvedId(input: HandlerInput, slot: string): string | undefined {
  const { request } = input.requestEnvelope;
  if (request.type !== 'IntentRequest') return undefined;
  const authorities = request.intent.slots?.[slot]?.resolutions?.resolutionsPerAuthority ?? [];
  const matched = authorities.filter((authority) => authority.status.code === 'ER_SUCCESS_MATCH');
  const dynamic = matched.find((authority) => authority.authority.includes('.dynamic.'));
  return (dynamic ?? matched[0])?.values[0]?.value.id;
}
