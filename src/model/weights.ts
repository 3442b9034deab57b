import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Vocabulary } from '../text/vocabulary';
import type { Matrix } from './matrix';

const fileSchema = z.object({ file: z.string(), sha256: z.string().length(64) });

const manifestSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  vocabulary: fileSchema,
  weights: fileSchema,
  /** Float16 values, one tensor after the other in this order. */
  tensors: z.array(z.object({ name: z.string(), shape: z.array(z.number().int().positive()) })),
  /** Answers below this probability of being answerable are refused; chosen on dev by `evaluate`. */
  answerableThreshold: z.number().min(0).max(1),
  metrics: z.record(z.string(), z.unknown()).default({}),
});

export type ModelManifest = z.infer<typeof manifestSchema>;

export interface ModelFiles {
  readonly manifest: ModelManifest;
  readonly vocabulary: Vocabulary;
  readonly tensors: ReadonlyMap<string, Matrix>;
}

/** What is wrong with a model folder, and what to do about it. */
export class ModelFolderError extends Error {
  override readonly name = 'ModelFolderError';
}

/** Whether a folder holds a model of format 1. */
export function isLegacyFolder(folder: string): boolean {
  return existsSync(join(folder, 'weights.bin'));
}

/** Reads a model folder and checks it against its manifest. Throws {@link ModelFolderError}. */
export function readModelFolder(folder: string): ModelFiles {
  const manifest = readManifest(folder);
  const vocabulary = Vocabulary.parse(readChecked(folder, manifest.vocabulary).toString('utf8'));
  const bytes = readChecked(folder, manifest.weights);
  const expected = manifest.tensors.reduce((sum, tensor) => sum + product(tensor.shape), 0);
  if (bytes.length !== expected * 2) {
    throw new ModelFolderError(
      `${join(folder, manifest.weights.file)} holds ${bytes.length} bytes, but the manifest names ${expected * 2}.`,
    );
  }
  const values = decodeFloat16(bytes);
  const tensors = new Map<string, Matrix>();
  let offset = 0;
  for (const { name, shape } of manifest.tensors) {
    const cols = shape.at(-1) ?? 1;
    const size = product(shape);
    tensors.set(name, { rows: size / cols, cols, data: values.subarray(offset, offset + size) });
    offset += size;
  }
  return { manifest, vocabulary, tensors };
}

function readManifest(folder: string): ModelManifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    throw new ModelFolderError(`There is no model in ${folder}: manifest.json is missing. Set MODEL_DIR to a folder with a trained model.`);
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new ModelFolderError(`${path} is not valid JSON. Restore it from the release.`);
  }
  const result = manifestSchema.safeParse(content);
  if (!result.success) throw new ModelFolderError(`${path}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readChecked(folder: string, { file, sha256 }: z.infer<typeof fileSchema>): Buffer {
  const path = join(folder, file);
  if (!existsSync(path)) throw new ModelFolderError(`${path} is missing. Restore it from the release.`);
  const bytes = readFileSync(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new ModelFolderError(
      `${path} is damaged: its checksum is ${found.slice(0, 12)}…, expected ${sha256.slice(0, 12)}…. Restore it from the release.`,
    );
  }
  return bytes;
}

function product(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** IEEE 754 half precision, little-endian, to float32. */
export function decodeFloat16(bytes: Buffer): Float32Array {
  const table = float16Table();
  const values = new Float32Array(bytes.length / 2);
  for (let index = 0; index < values.length; index += 1) values[index] = table[bytes.readUInt16LE(index * 2)] as number;
  return values;
}

function float16Table(): Float32Array {
  const table = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits += 1) {
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const magnitude =
      exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
    table[bits] = bits & 0x8000 ? -magnitude : magnitude;
  }
  return table;
}
