import type * as tf from '@tensorflow/tfjs-core';
import type { Node, StoredTensor } from './onnx-file';

/** One operation with what it is given: inputs by their place, settings by their name. */
export class Call {
  constructor(
    private readonly node: Node,
    private readonly inputs: readonly (tf.Tensor | undefined)[],
  ) {}

  input(index: number): tf.Tensor {
    const tensor = this.inputs[index];
    if (!tensor) throw new Error(`${this.node.opType} lacks its input ${index}.`);
    return tensor;
  }

  has(index: number): boolean {
    return this.inputs[index] !== undefined;
  }

  all(): tf.Tensor[] {
    return this.inputs.filter((tensor) => tensor !== undefined);
  }

  /** The numbers of an input: a shape, some axes. */
  numbers(index: number): number[] {
    return [...this.input(index).dataSync()];
  }

  number(index: number): number {
    return this.input(index).dataSync()[0] ?? NaN;
  }

  integer(name: string, otherwise: number): number {
    return this.setting(name)?.i ?? otherwise;
  }

  float(name: string, otherwise: number): number {
    return this.setting(name)?.f ?? otherwise;
  }

  integers(name: string): number[] | undefined {
    const list = this.setting(name)?.ints;
    return list && [...list];
  }

  text(name: string): string {
    return Buffer.from(this.setting(name)?.s ?? []).toString('utf8');
  }

  tensor(name: string): StoredTensor {
    const tensor = this.setting(name)?.t;
    if (!tensor) throw new Error(`${this.node.opType} lacks its ${name}.`);
    return tensor;
  }

  private setting(name: string): Node['attribute'][number] | undefined {
    return this.node.attribute.find((attribute) => attribute.name === name);
  }
}
