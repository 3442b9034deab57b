export type ErrorCode =
  | 'question-missing'
  | 'question-too-long'
  | 'context-missing'
  | 'context-too-long'
  | 'topic-unknown'
  | 'document-unknown'
  | 'fixed-answer-unknown'
  | 'document-unreadable'
  | 'document-too-large'
  | 'invalid-request'
  | 'key-missing'
  | 'key-forbidden'
  | 'key-unknown'
  | 'busy'
  | 'too-slow'
  | 'store-failed';

/** What a person did or met, in words that say what to do; channels translate it once. */
export class AssistantError extends Error {
  override readonly name = 'AssistantError';

  /** With `busy`: when there will be time. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions & { readonly retryAfterSeconds?: number },
  ) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}
