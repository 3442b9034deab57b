import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Vocabulary } from '../text/vocabulary';
import { WordPieces } from './word-pieces';

/** The exported parts of the network; network.ts tells what each takes and gives. */
export type GraphName = 'contextual' | 'embed' | 'encode' | 'read' | 'ends' | 'open' | 'step';

export function forEachGraph<Value>(make: (name: GraphName) => Value): Record<GraphName, Value> {
  return {
    contextual: make('contextual'),
    embed: make('embed'),
    encode: make('encode'),
    read: make('read'),
    ends: make('ends'),
    open: make('open'),
    step: make('step'),
  };
}

const fileSchema = z.object({ file: z.string(), sha256: z.string().length(64) });

const manifestSchema = z.object({
  format: z.literal(2, 'This release reads model folders of format 2; take the model that came with it'),
  version: z.string(),
  vocabulary: fileSchema,
  /** The pretrained encoder's own vocabulary. */
  pieces: fileSchema,
  /** ONNX files. */
  graphs: z.object(forEachGraph(() => fileSchema)),
  /** Answers below this probability of being answerable are refused; chosen on dev by `evaluate`. */
  answerableThreshold: z.number().min(0).max(1),
  metrics: z.record(z.string(), z.unknown()).default({}),
});

export type ModelManifest = z.infer<typeof manifestSchema>;

/** The bytes of each graph's ONNX file. */
export type GraphFiles = Readonly<Record<GraphName, Uint8Array>>;

export interface ModelFiles {
  readonly manifest: ModelManifest;
  readonly vocabulary: Vocabulary;
  readonly wordPieces: WordPieces;
  readonly graphs: GraphFiles;
}

/** What is wrong with a model folder, and what to do about it. */
export class ModelFolderError extends Error {
  override readonly name = 'ModelFolderError';
}

/** The folder of the highest version below `parent`. Throws {@link ModelFolderError} when there is none. */
export function newestModelFolder(parent: string): string {
  const versions = existsSync(parent) ? readdirSync(parent).filter((name) => /^\d+\.\d+\.\d+$/u.test(name)) : [];
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) {
    throw new ModelFolderError(`There is no trained model in ${parent}. Set MODEL_DIR, or train one (docs/training.md).`);
  }
  return join(parent, newest);
}

/** Reads a model folder and checks every file against its manifest. Throws {@link ModelFolderError}. */
export function readModelFolder(folder: string): ModelFiles {
  const manifest = readManifest(folder);
  return {
    manifest,
    vocabulary: Vocabulary.parse(readChecked(folder, manifest.vocabulary).toString('utf8')),
    wordPieces: new WordPieces(readChecked(folder, manifest.pieces).toString('utf8')),
    graphs: forEachGraph((name) => readChecked(folder, manifest.graphs[name])),
  };
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
