/** Row-major float32 numbers: what goes into the network and comes out of it. A vector is a matrix with one row. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array;
}

export function zeros(rows: number, cols: number): Matrix {
  return { rows, cols, data: new Float32Array(rows * cols) };
}

/** One row, without copying. */
export function row(matrix: Matrix, index: number): Float32Array {
  return matrix.data.subarray(index * matrix.cols, (index + 1) * matrix.cols);
}

/** Rows start (inclusive) to end (exclusive), without copying. */
export function rowRange(matrix: Matrix, start: number, end: number): Matrix {
  return { rows: end - start, cols: matrix.cols, data: matrix.data.subarray(start * matrix.cols, end * matrix.cols) };
}

/** Some rows, in the order named; one may be named several times. */
export function selectRows(matrix: Matrix, indices: readonly number[]): Matrix {
  const selected = zeros(indices.length, matrix.cols);
  indices.forEach((index, at) => {
    selected.data.set(row(matrix, index), at * matrix.cols);
  });
  return selected;
}
