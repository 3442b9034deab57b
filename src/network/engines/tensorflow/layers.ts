import * as tf from '@tensorflow/tfjs-core';
import type { Call } from './call';

/** Convolution over one dimension without padding. x [N, C, L], filters [M, C, K], bias [M] -> [N, M, L - K + 1] */
export function conv(call: Call): tf.Tensor {
  if (call.integers('pads')?.some((pad) => pad !== 0)) throw new Error('Conv is known without padding only.');
  const x = tf.transpose(call.input(0), [0, 2, 1]) as tf.Tensor3D;
  const filters = tf.transpose(call.input(1), [2, 1, 0]) as tf.Tensor3D;
  return tf.transpose(tf.add(tf.conv1d(x, filters, 1, 'valid'), call.input(2)), [0, 2, 1]);
}

/** a times b, transposed when the graph says so, plus c. */
export function gemm(call: Call): tf.Tensor {
  if (call.float('alpha', 1) !== 1 || call.float('beta', 1) !== 1) throw new Error('Gemm is known without factors only.');
  return tf.add(tf.matMul(call.input(0), call.input(1), false, call.integer('transB', 0) === 1), call.input(2));
}

/** Over the last axis (Ba et al. 2016). */
export function layerNormalization(call: Call): tf.Tensor {
  if (call.integer('axis', -1) !== -1) throw new Error('LayerNormalization is known over the last axis only.');
  const { mean, variance } = tf.moments(call.input(0), -1, true);
  const deviation = tf.sqrt(tf.add(variance, call.float('epsilon', 1e-5)));
  const normal = tf.div(tf.sub(call.input(0), mean), deviation);
  return tf.add(tf.mul(normal, call.input(1)), call.input(2));
}

/** x -> bytes from 0 to 255 as floats, their scale, the byte that stands for 0. */
export function dynamicQuantizeLinear(call: Call): tf.Tensor[] {
  const x = call.input(0);
  const low = tf.minimum(tf.min(x), 0);
  const scale = tf.div(tf.sub(tf.maximum(tf.max(x), 0), low), 255);
  const zero = tf.round(tf.clipByValue(tf.div(tf.neg(low), scale), 0, 255));
  return [tf.clipByValue(tf.add(tf.round(tf.div(x, scale)), zero), 0, 255), scale, zero];
}

export function dequantizeLinear(call: Call): tf.Tensor {
  return tf.mul(tf.sub(call.input(0), call.input(2)), call.input(1));
}

/** (a - its zero) times (b - its zero), in floats: whole numbers below 2^24 are exact in them. */
export function matMulInteger(call: Call): tf.Tensor {
  const left = tf.sub(call.input(0), call.input(2));
  return tf.sub(tf.matMul(left, call.input(1)), tf.mul(tf.sum(left, -1, true), call.input(3)));
}
