/** Row-major float32 matrix. A vector is a matrix with one row. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array;
}

export function zeros(rows: number, cols: number): Matrix {
  return { rows, cols, data: new Float32Array(rows * cols) };
}

export function row(matrix: Matrix, index: number): Float32Array {
  return matrix.data.subarray(index * matrix.cols, (index + 1) * matrix.cols);
}

/** Rows start (inclusive) to end (exclusive), without copying. */
export function rowRange(matrix: Matrix, start: number, end: number): Matrix {
  return { rows: end - start, cols: matrix.cols, data: matrix.data.subarray(start * matrix.cols, end * matrix.cols) };
}

export function fromRows(rows: readonly Float32Array[], cols: number): Matrix {
  const stacked = zeros(rows.length, cols);
  rows.forEach((values, index) => {
    stacked.data.set(values, index * cols);
  });
  return stacked;
}

/** Puts matrices of equal height side by side. */
export function concat(...parts: readonly Matrix[]): Matrix {
  const rows = parts[0]?.rows ?? 0;
  const cols = parts.reduce((sum, part) => sum + part.cols, 0);
  const joined = zeros(rows, cols);
  for (let r = 0; r < rows; r += 1) {
    let at = r * cols;
    for (const part of parts) {
      joined.data.set(row(part, r), at);
      at += part.cols;
    }
  }
  return joined;
}

export function map(matrix: Matrix, change: (value: number, index: number) => number): Matrix {
  return { ...matrix, data: matrix.data.map(change) };
}

export function relu(matrix: Matrix): Matrix {
  return map(matrix, (value) => (value > 0 ? value : 0));
}

export function tanh(matrix: Matrix): Matrix {
  return map(matrix, Math.tanh);
}

export function add(a: Matrix, b: Matrix): Matrix {
  return map(a, (value, index) => value + (b.data[index] as number));
}

/** Elementwise product; a `b` of one row is repeated for every row of `a`. */
export function times(a: Matrix, b: Matrix): Matrix {
  const size = b.data.length;
  return map(a, (value, index) => value * (b.data[index % size] as number));
}

/** Softmax of every row. */
export function softmaxRows(matrix: Matrix): Matrix {
  const result = zeros(matrix.rows, matrix.cols);
  for (let r = 0; r < matrix.rows; r += 1) softmaxInto(row(matrix, r), row(result, r));
  return result;
}

export function softmax(scores: Float32Array): Float32Array {
  const result = new Float32Array(scores.length);
  softmaxInto(scores, result);
  return result;
}

function softmaxInto(scores: Float32Array, result: Float32Array): void {
  let largest = -Infinity;
  for (const score of scores) if (score > largest) largest = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const value = Math.exp((scores[index] as number) - largest);
    result[index] = value;
    sum += value;
  }
  for (let index = 0; index < result.length; index += 1) result[index] = (result[index] as number) / sum;
}

/** Largest value of each column. */
export function columnMax(matrix: Matrix): Matrix {
  const result = zeros(1, matrix.cols);
  result.data.fill(-Infinity);
  matrix.data.forEach((value, index) => {
    const column = index % matrix.cols;
    if (value > (result.data[column] as number)) result.data[column] = value;
  });
  return result;
}

/** Sum of the rows, each times its weight. -> [1, cols] */
export function weightedSum(matrix: Matrix, weights: Float32Array): Matrix {
  const result = zeros(1, matrix.cols);
  for (let r = 0; r < matrix.rows; r += 1) {
    const weight = weights[r] as number;
    if (weight === 0) continue;
    const values = row(matrix, r);
    for (let c = 0; c < matrix.cols; c += 1) result.data[c] = (result.data[c] as number) + weight * (values[c] as number);
  }
  return result;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

export function logSumExp(scores: Float32Array): number {
  const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  return largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
}
