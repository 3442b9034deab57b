import type { AnswerModel, DocumentStore } from '../../assistant/ports';
import { toBytes } from './vectors';

/** Passages whose vectors are computed and stored together; each time the search is made anew. */
const AT_ONCE = 256;

/**
 * Computes the vectors that stored passages lack, headings included, and stores them, until none lacks one; questions come before it
 * in the model's queue. Throws when the store keeps none of them.
 */
export async function fillVectors(store: DocumentStore, model: Pick<AnswerModel, 'version' | 'vectors'>): Promise<void> {
  const tried = new Set<number>();
  for (;;) {
    const some = (await store.passages(model.version)).filter(({ vector }) => vector === undefined).slice(0, AT_ONCE);
    if (some.length === 0) return;
    if (some.every(({ id }) => tried.has(id))) throw new Error(`The vectors of ${some.length} passages are not kept.`);
    for (const { id } of some) tried.add(id);
    const vectors = await model.vectors(some.map(({ title, path, text }) => [path || title, text].join('\n')));
    await store.putVectors(model.version, new Map(some.map(({ id }, index) => [id, toBytes(vectors[index] as Float32Array)])));
  }
}
