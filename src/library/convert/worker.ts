import { AssistantError, type ErrorCode } from '../../assistant/errors';
import { convertDocument } from './convert';

export interface ConversionTask {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Errors of ours lose their class between threads, so they go as values. */
export type Conversion = { readonly text: string } | { readonly code: ErrorCode; readonly message: string };

export async function convert({ name, bytes }: ConversionTask): Promise<Conversion> {
  try {
    return { text: await convertDocument(name, bytes) };
  } catch (error) {
    if (error instanceof AssistantError) return { code: error.code, message: error.message };
    throw error;
  }
}
