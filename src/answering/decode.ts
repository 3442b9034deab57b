import { comparedFlags } from '../network/inputs';
import { rowRange, selectRows, zeros } from '../network/matrix';
import type { DecoderState, Network, Opened } from '../network/network';
import type { TokenRange } from '../text/sentences';
import { END, type Vocabulary } from '../text/vocabulary';
import { beamSearch, type BeamOptions, type Candidate, type Hypothesis } from './beam-search';
import { nextWords } from './next-word';
import type { Processor, Situation } from './processors/processor';
import type { Reading } from './read';
import { spokenWord, type SpokenWord } from './wording';
import type { WordVectors } from './word-vectors';

/** A spoken answer in the making, and which processors changed its likeliest words on the way. */
export interface Decoded extends Hypothesis<SpokenWord> {
  readonly changedBy: readonly string[];
}

export const BEAMS: BeamOptions = { beams: 4, longest: 32, lengthPenalty: 1 };

/** What sentences are spoken with. */
export interface Decoder {
  readonly network: Network;
  readonly vocabulary: Vocabulary;
  readonly wordVectors: WordVectors;
}

/** Speaks a sentence about the evidence, which lies in a window of whole sentences (beam search). */
export async function decode(
  { network, vocabulary, wordVectors }: Decoder,
  reading: Reading,
  evidence: TokenRange,
  window: TokenRange,
  processors: readonly Processor[],
  options = BEAMS,
): Promise<Decoded> {
  const opened = await openEvidence(network, reading, evidence, window);
  const changedBy = new Set<string>();
  let state = opening(opened);
  const next = async (parents: readonly number[], living: readonly (readonly SpokenWord[])[]): Promise<Candidate<SpokenWord>[][]> => {
    const inputs = await wordVectors.of(living.map((words) => words.at(-1)?.input));
    const step = await network.step({ inputs, keys: opened.keys, asked: opened.asked, state: selectStates(state, parents) });
    state = step.state;
    return living.map((words, index) => {
      const count = 2 * options.beams;
      const weighed = nextWords(step, index, reading, window, vocabulary, count);
      const situation: Situation = { reading, evidence, said: words.map(({ lower }) => lower), yes: opened.yes };
      for (const processor of processors) {
        const likeliest = weighed.top();
        processor.weighWords?.(weighed, situation);
        if (weighed.top() !== likeliest) changedBy.add(processor.name);
      }
      const looks = step.window.data.subarray(index * step.window.cols, (index + 1) * step.window.cols);
      return weighed.likeliest(count).map((word) => ({
        word: vocabulary.id(word.lower) === END ? undefined : spokenWord(word, reading.passage, vocabulary, looks),
        logProbability: Math.log(word.probability),
      }));
    });
  };
  const found = await beamSearch(next, options);
  return { ...found, changedBy: [...changedBy] };
}

/** What the decoder attends to: the sentences around the evidence, and the question. */
export function openEvidence(network: Network, reading: Reading, evidence: TokenRange, { start, end }: TokenRange): Promise<Opened> {
  const { passage, question, memory, match } = reading;
  const inside = Float32Array.from({ length: end - start }, (_, at) => Number(start + at >= evidence.start && start + at < evidence.end));
  return network.open({
    context: rowRange(passage.hidden, start, end),
    memory: rowRange(memory, start, end),
    inside,
    question: question.hidden,
    windowForms: rowRange(passage.vectors, start, end),
    questionForms: question.vectors,
    compared: comparedFlags(match, start, end),
  });
}

/** The decoder before its first word. */
export function opening({ state }: Opened): DecoderState {
  const cell = zeros(state.rows, state.cols);
  return { firstHidden: state, firstCell: cell, secondHidden: state, secondCell: cell };
}

function selectStates({ firstHidden, firstCell, secondHidden, secondCell }: DecoderState, rows: readonly number[]): DecoderState {
  return {
    firstHidden: selectRows(firstHidden, rows),
    firstCell: selectRows(firstCell, rows),
    secondHidden: selectRows(secondHidden, rows),
    secondCell: selectRows(secondCell, rows),
  };
}
