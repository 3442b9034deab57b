import * as tf from '@tensorflow/tfjs-core';
import type { Call } from './call';
import { conv, dequantizeLinear, dynamicQuantizeLinear, gemm, layerNormalization, matMulInteger } from './layers';
import { lstm } from './lstm';
import { constantOfShape, expand, flatten, gather, gatherElements, reshape, slice, unsqueeze } from './shapes';
import { toTensor, typeOf } from './stored-tensor';

type Operation = (call: Call) => tf.Tensor | tf.Tensor[];

/** ONNX's operators (version 17), as far as our graphs use them. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  Abs: unary(tf.abs),
  Erf: unary(tf.erf),
  Relu: unary(tf.relu),
  Tanh: unary(tf.tanh),
  Softmax: (call) => tf.softmax(call.input(0), call.integer('axis', -1)),

  Add: binary(tf.add),
  Sub: binary(tf.sub),
  Mul: binary(tf.mul),
  Div: binary(tf.div),
  And: binary(tf.logicalAnd),
  Equal: binary(tf.equal),
  Less: binary(tf.less),
  GreaterOrEqual: binary(tf.greaterEqual),
  MatMul: binary((a, b) => tf.matMul(a, b)),
  Where: (call) => tf.where(call.input(0), call.input(1), call.input(2)),
  Clip: (call) => {
    const raised = call.has(1) ? tf.maximum(call.input(0), call.input(1)) : tf.clone(call.input(0));
    return call.has(2) ? tf.minimum(raised, call.input(2)) : raised;
  },

  ReduceL2: (call) => tf.norm(call.input(0), 'euclidean', call.integers('axes'), keepsAxes(call)),
  ReduceLogSumExp: (call) => tf.logSumExp(call.input(0), call.integers('axes'), keepsAxes(call)),
  ReduceMax: (call) => tf.max(call.input(0), call.integers('axes'), keepsAxes(call)),
  ReduceMean: (call) => tf.mean(call.input(0), call.integers('axes'), keepsAxes(call)),
  ReduceSum: (call) => tf.sum(call.input(0), call.has(1) ? call.numbers(1) : undefined, keepsAxes(call)),

  Cast: (call) => tf.cast(call.input(0), typeOf(call.integer('to', 1))),
  Constant: (call) => toTensor(call.tensor('value')),
  ConstantOfShape: constantOfShape,
  Range: (call) => tf.range(call.number(0), call.number(1), call.number(2), 'int32'),
  Shape: (call) => tf.tensor1d(call.input(0).shape, 'int32'),

  Concat: (call) => tf.concat(call.all(), call.integer('axis', 0)),
  Expand: expand,
  Flatten: flatten,
  Gather: gather,
  GatherElements: gatherElements,
  Reshape: reshape,
  Slice: slice,
  Transpose: (call) => tf.transpose(call.input(0), call.integers('perm')),
  Unsqueeze: unsqueeze,

  Conv: conv,
  Gemm: gemm,
  LayerNormalization: layerNormalization,
  LSTM: lstm,
  DequantizeLinear: dequantizeLinear,
  DynamicQuantizeLinear: dynamicQuantizeLinear,
  MatMulInteger: matMulInteger,
};

function unary(compute: (x: tf.Tensor) => tf.Tensor): Operation {
  return (call) => compute(call.input(0));
}

function binary(compute: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Operation {
  return (call) => compute(call.input(0), call.input(1));
}

function keepsAxes(call: Call): boolean {
  return call.integer('keepdims', 1) === 1;
}
