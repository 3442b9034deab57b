import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newestModelFolder, readModelFolder } from '../../src/network/model-folder';
import { MODEL_FOLDER } from '../support/network';

let folder: string;

/** The shipped folder with some files of other content. */
function changed(files: Readonly<Record<string, string>>): string {
  for (const name of readdirSync(MODEL_FOLDER)) if (!(name in files)) symlinkSync(resolve(MODEL_FOLDER, name), join(folder, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the shipped folder is whole', () => {
  const { vocabulary, graphs } = readModelFolder(MODEL_FOLDER);
  expect(vocabulary.generatorSize).toBeGreaterThan(1000);
  expect(graphs.step.length).toBeGreaterThan(1000);
});

test('a damaged file is named', () => {
  expect(() => readModelFolder(changed({ 'ends.onnx': 'cut off' }))).toThrow(/ends\.onnx is damaged.*Restore it/su);
});

test('a missing graph is named', () => {
  const manifest = JSON.parse(readFileSync(join(MODEL_FOLDER, 'manifest.json'), 'utf8')) as { graphs: Record<string, { file: string }> };
  (manifest.graphs['ends'] as { file: string }).file = 'lost.onnx';
  expect(() => readModelFolder(changed({ 'manifest.json': JSON.stringify(manifest) }))).toThrow(/lost\.onnx is missing/u);
});

test('a folder of an older release says so', () => {
  expect(() => readModelFolder(changed({ 'manifest.json': '{"format":1}' }))).toThrow(/format 2/u);
});

test('a manifest that is no JSON is named', () => {
  expect(() => readModelFolder(changed({ 'manifest.json': '{' }))).toThrow(/manifest\.json is not valid JSON/u);
});

test('an empty folder says how to name another', () => {
  expect(() => readModelFolder(folder)).toThrow(/MODEL_DIR/u);
  expect(() => newestModelFolder(folder)).toThrow(/MODEL_DIR/u);
});
