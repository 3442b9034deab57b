/** Passages read for one answer; once encoded, one costs a few milliseconds. A topic of no more is read whole. Measured in docs/experiments/011-context-vectors.md. */
export const PASSAGES_READ = 12;
