import * as tf from '@tensorflow/tfjs-core';
import type { StoredTensor } from './onnx-file';

/** ONNX's numbers of the types that our graphs hold. */
const FLOAT32 = 1;
const UINT8 = 2;
const INT8 = 3;
const INT32 = 6;
const INT64 = 7;
const BOOL = 9;
const FLOAT16 = 10;

/** The type in TensorFlow.js of ONNX's. Its integers have 32 bits; bytes are floats here, since they are multiplied as such. */
export function typeOf(dataType: number): 'float32' | 'int32' | 'bool' {
  if (dataType === BOOL) return 'bool';
  return dataType === INT64 || dataType === INT32 ? 'int32' : 'float32';
}

/** Throws when the graph holds numbers of another type. */
export function toTensor(stored: StoredTensor): tf.Tensor {
  return tf.tensor(valuesOf(stored), [...stored.dims], typeOf(stored.dataType));
}

function valuesOf({ dataType, rawData, floatData, int32Data }: StoredTensor): ArrayLike<number> {
  if (rawData.length === 0) return [...floatData, ...int32Data];
  const { buffer } = new Uint8Array(rawData);
  switch (dataType) {
    case FLOAT32:
      return new Float32Array(buffer);
    case FLOAT16:
      return widened(new Uint16Array(buffer));
    case UINT8:
      return new Float32Array(rawData);
    case INT8:
      return new Float32Array(new Int8Array(buffer));
    case INT64:
      return Int32Array.from(new BigInt64Array(buffer), toInt32);
    case BOOL:
      return rawData;
    default:
      throw new Error(`The graph holds numbers of ONNX's type ${dataType}, which this engine does not read.`);
  }
}

/** ONNX writes "to the end" as the largest number of 64 bits. */
export function toInt32(value: bigint): number {
  return Math.max(-0x80000000, Math.min(0x7fffffff, Number(value)));
}

function widened(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length);
  for (let index = 0; index < halves.length; index += 1) floats[index] = HALVES[halves[index] as number] as number;
  return floats;
}

/** Every half precision number of IEEE 754, by its 16 bits. */
const HALVES = Float32Array.from({ length: 0x10000 }, (_, bits) => {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
});
