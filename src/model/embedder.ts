import type { FormInputs } from '../network/network';
import { CHARACTERS_PER_WORD } from '../text/forms';
import { concat, fromRows, row, type Matrix } from './matrix';
import type { LinearLayer, Ops } from './ops';
import type { ModelFiles } from './weights';
import { tensor } from './layers';

const FILTER_WIDTH = 5;

/** Gives word forms their vectors: word vector, character shape, flags. */
export class Embedder {
  private readonly words: Matrix;
  private readonly characters: Matrix;
  private readonly convolution: LinearLayer;

  constructor(
    private readonly ops: Ops,
    files: ModelFiles,
  ) {
    this.words = tensor(files, 'vectors');
    this.characters = tensor(files, 'characters');
    this.convolution = ops.loadLinear(tensor(files, 'convolution.weight'), tensor(files, 'convolution.bias').data);
  }

  /** -> [U, 182] */
  embed({ words, characters, features }: FormInputs): Matrix {
    const shapes = this.characterShapes(characters);
    const flags = fromRows(
      features.map((row) => Float32Array.from(row)),
      4,
    );
    return concat(
      fromRows(
        words.map((id) => row(this.words, id)),
        this.words.cols,
      ),
      shapes,
      flags,
    );
  }

  /** Convolution over characters, ReLU, largest value of each filter (Kim 2014). -> [forms, filters] */
  private characterShapes(forms: readonly Uint8Array[]): Matrix {
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
          target.set(row(this.characters, form[place + offset] ?? 0), offset * size);
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
