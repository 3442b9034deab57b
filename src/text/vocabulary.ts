// Ids of the special symbols; 0 is padding.
export const UNKNOWN = 1;
export const START_SPOKEN = 2;
export const START_PLAIN = 3;
export const END = 4;
const SPECIALS = ['<pad>', '<unknown>', '<spoken>', '<plain>', '<end>'];

/**
 * Lower-case words with vectors. The first `generatorSize` of them (special symbols included) are the words
 * that the decoder may say of its own accord; names among all words carry their casing ("monday" -> "Monday").
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();

  private constructor(
    readonly words: readonly string[],
    readonly generatorSize: number,
    private readonly casing: ReadonlyMap<string, string>,
  ) {
    words.forEach((word, id) => this.ids.set(word, id));
  }

  static build(generator: readonly string[], others: readonly string[], casing: ReadonlyMap<string, string>): Vocabulary {
    return new Vocabulary([...SPECIALS, ...generator, ...others], SPECIALS.length + generator.length, casing);
  }

  /** Reads what {@link toString} wrote. Throws when the header line is missing. */
  static parse(file: string): Vocabulary {
    const [header = '', ...lines] = file.trimEnd().split('\n');
    const generatorSize = Number(/^generator (\d+)$/.exec(header)?.[1]);
    if (!generatorSize) throw new Error('The vocabulary must start with the line "generator N".');
    const casing = new Map<string, string>();
    const words = lines.map((line) => {
      const [word = '', cased] = line.split('\t');
      if (cased) casing.set(word, cased);
      return word;
    });
    return new Vocabulary(words, generatorSize, casing);
  }

  get size(): number {
    return this.words.length;
  }

  /** Id of a lower-case word, or {@link UNKNOWN}. */
  id(lower: string): number {
    return this.ids.get(lower) ?? UNKNOWN;
  }

  /** The word as it is spoken within a sentence: "monday" is "Monday". */
  spoken(id: number): string {
    const word = this.words[id] ?? '';
    return this.casing.get(word) ?? word;
  }

  /** True for words that are written with a capital within a sentence. */
  isName(id: number): boolean {
    return this.casing.has(this.words[id] ?? '');
  }

  toString(): string {
    const lines = this.words.map((word) => (this.casing.has(word) ? `${word}\t${this.casing.get(word)}` : word));
    return `generator ${this.generatorSize}\n${lines.join('\n')}\n`;
  }
}
