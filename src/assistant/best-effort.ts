import type { Assistant } from './assistant';

/**
 * Does what an answer that is ready does not hang on. Where the store fails the answer is given all the same, the failure
 * is reported, and `instead` stands for what the store would have said.
 */
export async function bestEffort<T>({ onStoreFailure }: Pick<Assistant, 'onStoreFailure'>, action: Promise<T>, instead: T): Promise<T> {
  try {
    return await action;
  } catch (error) {
    onStoreFailure(error);
    return instead;
  }
}
