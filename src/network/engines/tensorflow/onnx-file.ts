import { parse, type Message } from 'protobufjs';

/** What of ONNX's format (onnx.proto, version 17 of the operators) our graphs hold. */
const MODEL = parse(`
  syntax = "proto3";
  message Model { Graph graph = 7; }
  message Graph { repeated Node node = 1; repeated Tensor initializer = 5; repeated Value input = 11; repeated Value output = 12; }
  message Node { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated Attribute attribute = 5; }
  message Attribute { string name = 1; float f = 2; int64 i = 3; bytes s = 4; Tensor t = 5; repeated int64 ints = 8; int32 type = 20; }
  message Tensor {
    repeated int64 dims = 1; int32 data_type = 2; string name = 8;
    repeated float float_data = 4; repeated int32 int32_data = 5; bytes raw_data = 9;
  }
  message Value { string name = 1; }
`).root.lookupType('Model');

/** Numbers of the file, as bytes or in a list; the type is ONNX's number of it. */
export interface StoredTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData: Uint8Array;
  readonly floatData: readonly number[];
  readonly int32Data: readonly number[];
}

interface StoredAttribute {
  readonly name: string;
  readonly f: number;
  readonly i: number;
  readonly s: Uint8Array;
  readonly t: StoredTensor | null;
  readonly ints: readonly number[];
}

/** One operation: which of the graph's values it takes and gives. An input that is left out is ''. */
export interface Node {
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly StoredAttribute[];
}

export interface GraphFile {
  readonly node: readonly Node[];
  readonly initializer: readonly StoredTensor[];
  readonly input: readonly { readonly name: string }[];
  readonly output: readonly { readonly name: string }[];
}

/** Throws when the bytes are no ONNX file. */
export function readOnnxFile(bytes: Uint8Array): GraphFile {
  const message: Message = MODEL.decode(bytes);
  const { graph } = MODEL.toObject(message, { longs: Number, defaults: true, arrays: true }) as { graph: GraphFile | null };
  if (!graph) throw new Error('The file holds no graph.');
  return graph;
}
