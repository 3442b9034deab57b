import { concat, type Matrix } from './matrix';
import type { LinearLayer, LstmLayer, Ops } from './ops';
import { ModelFolderError, type ModelFiles } from './weights';

/** A tensor of the model. Throws {@link ModelFolderError} when the folder has none of that name. */
export function tensor(files: ModelFiles, name: string): Matrix {
  const found = files.tensors.get(name);
  if (!found) throw new ModelFolderError(`The model has no tensor "${name}". It was exported for another version of Front Desk.`);
  return found;
}

export function linearLayer(ops: Ops, files: ModelFiles, name: string): LinearLayer {
  return ops.loadLinear(tensor(files, `${name}.weight`), files.tensors.get(`${name}.bias`)?.data);
}

export function lstmLayer(ops: Ops, files: ModelFiles, name: string): LstmLayer {
  return ops.loadLstm(tensor(files, `${name}.input`), tensor(files, `${name}.recurrent`), tensor(files, `${name}.bias`).data);
}

export interface BiLstm {
  readonly forward: LstmLayer;
  readonly backward: LstmLayer;
}

export function biLstmLayer(ops: Ops, files: ModelFiles, name: string): BiLstm {
  return { forward: lstmLayer(ops, files, `${name}.forward_lstm`), backward: lstmLayer(ops, files, `${name}.backward_lstm`) };
}

/** x [T, inputs] -> [T, 2H]: both directions side by side. */
export function runBiLstm(ops: Ops, x: Matrix, { forward, backward }: BiLstm): Matrix {
  return concat(ops.lstm(x, forward, false), ops.lstm(x, backward, true));
}
