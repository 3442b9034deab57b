/** Passages read for one answer; once encoded, one costs a few milliseconds. A topic of no more is read whole. Measured in docs/experiments.md. */
export const PASSAGES_READ = 12;
