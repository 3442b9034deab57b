import { row, zeros, type Matrix } from '../network/matrix';
import type { DecoderState, Network } from '../network/network';
import { Embedder } from './embedder';
import { concat } from './matrix';
import type { Ops } from './ops';
import { Reader } from './reader';
import { Speaker } from './speaker';
import type { ModelFiles } from './weights';

const WORD_VECTOR = 114;
const CONTEXT_VECTOR = 384;

/** A model folder of format 1, which has no pretrained encoder, behind the port of the network. */
export function legacyNetwork(ops: Ops, files: ModelFiles): Network {
  const embedder = new Embedder(ops, files);
  const reader = new Reader(ops, files);
  const speaker = new Speaker(ops, files);
  return {
    engine: ops.engine,
    contextualize: (ids) =>
      Promise.resolve({
        pieces: zeros(ids.length, CONTEXT_VECTOR),
        sentence: Float32Array.of(1, ...new Array<number>(CONTEXT_VECTOR - 1).fill(0)),
      }),
    embed: (forms) => Promise.resolve(embedder.embed(forms)),
    encode: ({ forms }) => Promise.resolve(reader.encode(forms)),
    read: (pair) => Promise.resolve(reader.read(pair)),
    ends: ({ memory, starts }) => {
      const scores = zeros(starts.length, memory.rows);
      reader.endScores(memory, starts).forEach((ends, index) => row(scores, index).set(ends));
      return Promise.resolve(scores);
    },
    open: ({ context, memory, inside, question, windowForms, questionForms, compared }) => {
      const evidence = { hidden: concat(context, memory), words: wordVectors(windowForms), compared, inside: [...inside].map(Boolean) };
      const topic = speaker.open(evidence, { hidden: question, words: wordVectors(questionForms) });
      return Promise.resolve({ keys: topic.window, asked: topic.question, state: topic.initial, yes: topic.yesScore });
    },
    step: ({ inputs, keys, asked, state }) => {
      const topic = { window: keys, question: asked, initial: keys, yesScore: 0 };
      const next = speaker.next(topic, toSpeaker(state), inputs);
      return Promise.resolve({
        said: next.words,
        window: next.window,
        question: next.question,
        gates: next.gates,
        state: fromSpeaker(next.state),
      });
    },
    close: () => Promise.resolve(),
  };
}

function toSpeaker({ firstHidden, firstCell, secondHidden, secondCell }: DecoderState): Parameters<Speaker['next']>[1] {
  return { first: { hidden: firstHidden, cell: firstCell }, second: { hidden: secondHidden, cell: secondCell } };
}

function fromSpeaker({ first, second }: ReturnType<Speaker['next']>['state']): DecoderState {
  return { firstHidden: first.hidden, firstCell: first.cell, secondHidden: second.hidden, secondCell: second.cell };
}

/** The part of the forms that is the word's own vector. */
function wordVectors(forms: Matrix): Matrix {
  const vectors = zeros(forms.rows, WORD_VECTOR);
  for (let index = 0; index < forms.rows; index += 1) row(vectors, index).set(row(forms, index).subarray(0, WORD_VECTOR));
  return vectors;
}
