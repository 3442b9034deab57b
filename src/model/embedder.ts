import { CHARACTERS_PER_WORD, describeForm, type Form } from '../text/forms';
import { tokenize, type Token } from '../text/tokens';
import { START_SPOKEN } from '../text/vocabulary';
import { concat, fromRows, row, type Matrix } from './matrix';
import type { LinearLayer, Ops } from './ops';
import type { ModelFiles } from './weights';
import { tensor } from './layers';

const FILTER_WIDTH = 5;
const CACHED_FORMS = 20_000;

/** A word form with its vector: word vector, character shape, flags. */
export interface EmbeddedForm extends Form {
  readonly text: string;
  readonly vector: Float32Array;
}

export interface EmbeddedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly forms: readonly EmbeddedForm[];
}

/** Gives word forms their vectors. A form's vector does not depend on where it stands, so it is kept. */
export class Embedder {
  private readonly cache = new Map<string, EmbeddedForm>();
  private readonly words: Matrix;
  private readonly characters: Matrix;
  private readonly convolution: LinearLayer;
  /** The symbol that opens a spoken sentence. */
  readonly opening: EmbeddedForm;

  constructor(
    private readonly ops: Ops,
    private readonly files: ModelFiles,
  ) {
    this.words = tensor(files, 'vectors');
    this.characters = tensor(files, 'characters');
    this.convolution = ops.loadLinear(tensor(files, 'convolution.weight'), tensor(files, 'convolution.bias').data);
    const described = describeForm('', files.vocabulary);
    this.opening = this.compute([{ ...described, text: '', wordId: START_SPOKEN, features: new Uint8Array(4) }])[0] as EmbeddedForm;
  }

  embedText(text: string): EmbeddedText {
    const tokens = tokenize(text);
    return { text, tokens, forms: this.embed(tokens.map((token) => token.text)) };
  }

  embed(texts: readonly string[]): EmbeddedForm[] {
    const missing = [...new Set(texts)].filter((text) => !this.cache.has(text));
    if (this.cache.size + missing.length > CACHED_FORMS) this.cache.clear();
    const toCompute = this.cache.size === 0 ? [...new Set(texts)] : missing;
    const described = toCompute.map((text) => ({ ...describeForm(text, this.files.vocabulary), text }));
    for (const form of this.compute(described)) this.cache.set(form.text, form);
    return texts.map((text) => this.cache.get(text) as EmbeddedForm);
  }

  /** The pretrained part of the forms' vectors. [forms, E] */
  wordVectors(forms: readonly EmbeddedForm[]): Matrix {
    return fromRows(
      forms.map((form) => row(this.words, form.wordId)),
      this.words.cols,
    );
  }

  private compute(forms: readonly (Form & { readonly text: string })[]): EmbeddedForm[] {
    if (forms.length === 0) return [];
    const shapes = this.characterShapes(forms);
    return forms.map((form, index) => {
      const flags = { rows: 1, cols: form.features.length, data: Float32Array.from(form.features) };
      const parts = [row(this.words, form.wordId), row(shapes, index)].map((data) => ({ rows: 1, cols: data.length, data }));
      return { ...form, vector: concat(...parts, flags).data };
    });
  }

  /** Convolution over characters, ReLU, largest value of each filter (Kim 2014). -> [forms, filters] */
  private characterShapes(forms: readonly Form[]): Matrix {
    const places = CHARACTERS_PER_WORD - FILTER_WIDTH + 1;
    const size = this.characters.cols;
    const windows: Matrix = {
      rows: forms.length * places,
      cols: FILTER_WIDTH * size,
      data: new Float32Array(forms.length * places * FILTER_WIDTH * size),
    };
    forms.forEach((form, index) => {
      for (let place = 0; place < places; place += 1) {
        const target = row(windows, index * places + place);
        for (let offset = 0; offset < FILTER_WIDTH; offset += 1) {
          target.set(row(this.characters, form.characters[place + offset] ?? 0), offset * size);
        }
      }
    });
    const filtered = this.ops.linear(windows, this.convolution);
    return fromRows(
      forms.map((_, index) => {
        const largest = new Float32Array(filtered.cols);
        for (let place = 0; place < places; place += 1) {
          row(filtered, index * places + place).forEach((value, filter) => {
            if (value > (largest[filter] as number)) largest[filter] = value;
          });
        }
        return largest;
      }),
      filtered.cols,
    );
  }
}
