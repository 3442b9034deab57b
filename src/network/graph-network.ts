import type { Engine, Graph, Tensor, Tensors } from './engines/engine';
import type { Matrix } from './matrix';
import { forEachGraph, type GraphFiles, type GraphName } from './model-folder';
import type { Network } from './network';

/** The network on an engine: says which graph takes what by which name. Throws when the engine cannot run the graphs. */
export async function loadNetwork(engine: Engine, files: GraphFiles): Promise<Network> {
  const loading = forEachGraph((name) => engine.load(files[name]));
  await Promise.all(Object.values(loading));
  const run = async (name: GraphName, inputs: Tensors): Promise<Tensors> => (await loading[name]).run(inputs);

  return {
    engine: engine.name,
    async contextualize(ids) {
      const { pieces, sentence } = await run('contextual', { ids: integers(ids, [ids.length]) });
      return { pieces: matrix(pieces), sentence: floats(sentence) };
    },
    async embed({ words, characters, features }) {
      const { forms } = await run('embed', {
        words: integers(words, [words.length]),
        characters: integers(flat(characters), [words.length, characters[0]?.length ?? 0]),
        features: vector(flat(features), [words.length, features[0]?.length ?? 0]),
      });
      return matrix(forms);
    },
    async encode({ forms, pieces, first }) {
      const { hidden } = await run('encode', { forms: tensor(forms), pieces: tensor(pieces), first: integers(first, [first.length]) });
      return matrix(hidden);
    },
    async read({ context, question, match, evidence }) {
      const inputs = { context: tensor(context), question: tensor(question), match: tensor(match), evidence: vector(evidence) };
      const { memory, start, answerable } = await run('read', inputs);
      return { memory: matrix(memory), start: floats(start), answerable: scalar(answerable) };
    },
    async ends({ memory, evidence, starts }) {
      const inputs = { memory: tensor(memory), evidence: vector(evidence), starts: integers(starts, [starts.length]) };
      return matrix((await run('ends', inputs))['end']);
    },
    async open({ context, memory, inside, question, windowForms, questionForms, compared }) {
      const { keys, asked, state, yes } = await run('open', {
        context: tensor(context),
        memory: tensor(memory),
        inside: vector(inside),
        question: tensor(question),
        window_forms: tensor(windowForms),
        question_forms: tensor(questionForms),
        compared: tensor(compared),
      });
      return { keys: matrix(keys), asked: matrix(asked), state: matrix(state), yes: scalar(yes) };
    },
    async step({ inputs, keys, asked, state }) {
      const next = await run('step', {
        inputs: tensor(inputs),
        keys: tensor(keys),
        asked: tensor(asked),
        first_hidden: tensor(state.firstHidden),
        first_cell: tensor(state.firstCell),
        second_hidden: tensor(state.secondHidden),
        second_cell: tensor(state.secondCell),
      });
      return {
        said: matrix(next['said']),
        window: matrix(next['window']),
        question: matrix(next['question']),
        gates: matrix(next['gates']),
        state: {
          firstHidden: matrix(next['next_first_hidden']),
          firstCell: matrix(next['next_first_cell']),
          secondHidden: matrix(next['next_second_hidden']),
          secondCell: matrix(next['next_second_cell']),
        },
      };
    },
    async close() {
      const graphs: Graph[] = await Promise.all(Object.values(loading));
      await Promise.all(graphs.map((graph) => graph.release()));
    },
  };
}

function tensor({ rows, cols, data }: Matrix): Tensor {
  return { type: 'float32', dims: [rows, cols], data };
}

function vector(values: ArrayLike<number>, dims: readonly number[] = [values.length]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(values) };
}

function integers(values: readonly number[], dims: readonly number[]): Tensor {
  return { type: 'int64', dims, data: BigInt64Array.from(values, BigInt) };
}

function flat(rows: readonly Uint8Array[]): number[] {
  return rows.flatMap((values) => [...values]);
}

function floats(output: Tensor | undefined): Float32Array {
  if (output?.type !== 'float32') throw new Error('A graph of the model lacks an output; the model folder does not fit this release.');
  return output.data;
}

function matrix(output: Tensor | undefined): Matrix {
  const data = floats(output);
  const cols = output?.dims.at(-1) ?? 1;
  return { rows: data.length / cols, cols, data };
}

function scalar(output: Tensor | undefined): number {
  return floats(output)[0] ?? NaN;
}
