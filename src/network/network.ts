import type { Matrix } from './matrix';

/**
 * The trained network as exported: numbers in, numbers out, no language. Letters in shapes: P word pieces, U word forms,
 * T tokens of a context, Q tokens of a question, W tokens of the evidence's window, B sentences in the making,
 * G words that the decoder may say of its own accord, S = 256.
 *
 * Every method rejects when the engine does; nothing else is thrown.
 */
export interface Network {
  /** What runs the numbers, for people: "onnxruntime-node 1.30.0". */
  readonly engine: string;
  /** The pretrained encoder over one text of at most 512 pieces, [CLS] and [SEP] included. */
  contextualize(ids: readonly number[]): Promise<ContextVectors>;
  /** What is known of word forms by their spelling. -> [U, 182], the word vector first */
  embed(forms: FormInputs): Promise<Matrix>;
  /** The first BiLSTM. It depends on the text alone, so a passage's result can be kept. -> [T, S] */
  encode(text: TextInputs): Promise<Matrix>;
  /** Reads a context with a question in mind. */
  read(pair: ReadInputs): Promise<Reading>;
  /** Score of each token as the evidence's last, for each of K first ones. Tokens before the first one, and those that cannot be evidence, are at -1e4. -> [K, T] */
  ends(reading: EndInputs): Promise<Matrix>;
  /** What the decoder attends to while it speaks one answer. */
  open(evidence: OpenInputs): Promise<Opened>;
  /** One word further, for each of B sentences. */
  step(step: StepInputs): Promise<Step>;
  /** Frees what the engine holds. */
  close(): Promise<void>;
}

export interface ContextVectors {
  /** The learnt mix of the encoder's layers. [P, 384] */
  readonly pieces: Matrix;
  /** Mean of the last layer, of unit length: what the text is about. [384] */
  readonly sentence: Float32Array;
}

/** U word forms: ids of the vocabulary [U], characters [U, 16], flags [U, 4]. */
export interface FormInputs {
  readonly words: readonly number[];
  readonly characters: readonly Uint8Array[];
  readonly features: readonly Uint8Array[];
}

export interface TextInputs {
  /** What is known of each token by its spelling. [T, 182] */
  readonly forms: Matrix;
  /** Context vectors of the text's pieces. [P, 384] */
  readonly pieces: Matrix;
  /** Row of each token's first piece. [T] */
  readonly first: readonly number[];
}

export interface ReadInputs {
  /** The encoded context [T, S] and question [Q, S]. */
  readonly context: Matrix;
  readonly question: Matrix;
  /** How each token of the context meets the question: three flags of matching words, five of compared quantities. [T, 8] */
  readonly match: Matrix;
  /** 1 where evidence may stand, 0 in a heading path. [T] */
  readonly evidence: Float32Array;
}

export interface Reading {
  /** The context as read with the question in mind. [T, S] */
  readonly memory: Matrix;
  /** Score of each token as the evidence's first. [T] */
  readonly start: Float32Array;
  /** Log-odds that the context answers the question. */
  readonly answerable: number;
}

export interface EndInputs {
  /** [T, S] */
  readonly memory: Matrix;
  /** [T], as for {@link Network.read} */
  readonly evidence: Float32Array;
  /** Tokens that the evidence may begin with. [K] */
  readonly starts: readonly number[];
}

export interface OpenInputs {
  /** Rows of the evidence's window, encoded [W, S] and read [W, S]. */
  readonly context: Matrix;
  readonly memory: Matrix;
  /** 1 where the evidence itself stands. [W] */
  readonly inside: Float32Array;
  /** The encoded question. [Q, S] */
  readonly question: Matrix;
  /** What is known of the tokens by their spelling. [W, 182], [Q, 182] */
  readonly windowForms: Matrix;
  readonly questionForms: Matrix;
  /** How quantities of the window compare with those of the question. [W, 5] */
  readonly compared: Matrix;
}

/** What one answer is spoken from. */
export interface Opened {
  /** Keys and values of the window [W, S] and of the question [Q, S]. */
  readonly keys: Matrix;
  readonly asked: Matrix;
  /** Hidden state of both LSTM layers to begin with; their cells begin at zero. [1, S] */
  readonly state: Matrix;
  /** Log-odds that a yes/no question is answered with yes. */
  readonly yes: number;
}

/** State of the decoder's two LSTM layers. [B, S] each */
export interface DecoderState {
  readonly firstHidden: Matrix;
  readonly firstCell: Matrix;
  readonly secondHidden: Matrix;
  readonly secondCell: Matrix;
}

export interface StepInputs {
  /** Forms of the words said last. [B, 182] */
  readonly inputs: Matrix;
  readonly keys: Matrix;
  readonly asked: Matrix;
  readonly state: DecoderState;
}

export interface Step {
  /** Probabilities of the generator's words [B, G], and of copying from window [B, W] and question [B, Q]. */
  readonly said: Matrix;
  readonly window: Matrix;
  readonly question: Matrix;
  /** Shares of saying, copying from the window, echoing the question. [B, 3] */
  readonly gates: Matrix;
  readonly state: DecoderState;
}
