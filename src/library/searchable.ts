import type { AnswerModel, DocumentStore, Library, Passage } from '../assistant/ports';
import { SearchIndex } from './search/search-index';
import { PASSAGES_READ } from './search/limits';
import { fillVectors } from './search/fill-vectors';

type Encoder = Pick<AnswerModel, 'version' | 'vectors'>;

/** The stored texts with their search, which lives in memory and is made anew, as far as needed, when the stored texts have changed. */
export function createLibrary(store: DocumentStore, model: Encoder, onError: (error: unknown) => void): Library {
  let index = new SearchIndex([], []);
  let version = -1;
  let filling: Promise<void> | undefined;

  const fill = (): void => {
    filling ??= fillVectors(store, model)
      .catch(onError)
      .finally(() => (filling = undefined));
  };
  const current = async (): Promise<SearchIndex> => {
    const now = await store.version();
    if (now !== version) {
      index = await index.renewed(await store.topics(), await store.passages(model.version));
      version = now;
      if (index.lacksVectors) fill();
    }
    return index;
  };
  /** Without it, when the model is too busy, passages are found by their words. */
  const vectorOf = async (question: string): Promise<Float32Array | undefined> => {
    try {
      return (await model.vectors([question]))[0];
    } catch (error) {
      onError(error);
      return undefined;
    }
  };

  return {
    ...store,
    async search(topicId, question, limit): Promise<readonly Passage[]> {
      return (await current()).fitting(topicId, question, await vectorOf(question)).slice(0, limit);
    },
    async passagesFor(topicId, question): Promise<readonly Passage[]> {
      const searched = await current();
      const vector = searched.count(topicId) > PASSAGES_READ ? await vectorOf(question) : undefined;
      return searched.best(topicId, question, vector, PASSAGES_READ);
    },
    async put(document) {
      const taken = await store.put(document);
      await current();
      return taken;
    },
    async settled() {
      do await current();
      while (await filling?.then(() => true));
    },
  };
}
