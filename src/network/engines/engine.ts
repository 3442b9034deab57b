/** Numbers on their way into a graph or out of it, row-major; the names of types are ONNX's. */
export type Tensor =
  | { readonly type: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: 'int64'; readonly dims: readonly number[]; readonly data: BigInt64Array };

export type Tensors = Readonly<Record<string, Tensor>>;

/** One exported graph, ready to run. */
export interface Graph {
  run(inputs: Tensors): Promise<Tensors>;
  release(): Promise<void>;
}

/** Something that runs ONNX graphs. */
export interface Engine {
  /** For people: "onnxruntime-node 1.30.0". */
  readonly name: string;
  /** Throws when the file is not a graph that the engine can run. */
  load(file: Uint8Array): Promise<Graph>;
}
