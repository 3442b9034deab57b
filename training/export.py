"""Turns `best.pt` of a training run into a model folder, with golden vectors for the TypeScript network's test.

    python training/export.py --run build/run --shards build/shards --out models/seq2seq/1.0.0
"""
import argparse
import hashlib
import json
import os
import shutil

import numpy as np
import torch

from data import Shard, make_batch
from losses import read_batch, sentence_log_probabilities
from network import Network


def tensors_of(network):
    """Name -> float32 array in the layout of src/model: matrices [inputs, outputs], LSTM biases added up."""
    out = {"vectors": network.word_matrix(), "characters": network.character.weight,
           "convolution.weight": network.convolution.weight.permute(2, 1, 0).reshape(-1, network.convolution.out_channels),
           "convolution.bias": network.convolution.bias, "marker": network.marker, "output_bias": network.output_bias}
    for name, module in network.named_modules():
        if isinstance(module, torch.nn.Linear):
            out[f"{name}.weight"] = module.weight.t()
            if module.bias is not None:
                out[f"{name}.bias"] = module.bias
        elif isinstance(module, torch.nn.LSTM):
            out[f"{name}.input"] = module.weight_ih_l0.t()
            out[f"{name}.recurrent"] = module.weight_hh_l0.t()
            out[f"{name}.bias"] = module.bias_ih_l0 + module.bias_hh_l0
    out["attention.product"] = network.attention.product
    out["self_attention.product"] = network.self_attention.product
    return {name: value.detach().float().contiguous().numpy() for name, value in out.items()}


def round_to_half(network):
    """Serve what is shipped: every stored number as float16 holds it."""
    with torch.no_grad():
        head = (network.vectors[:network.generator_size] + network.delta).half().float()
        network.vectors[:network.generator_size] = head
        network.delta.zero_()
        for module in network.modules():
            if isinstance(module, torch.nn.LSTM):
                module.bias_ih_l0.copy_((module.bias_ih_l0 + module.bias_hh_l0))
                module.bias_hh_l0.zero_()
        for value in list(network.parameters()) + [network.vectors]:
            value.copy_(value.half().float())


@torch.inference_mode()
def golden(network, shard, count):
    """Scores of the first questions of a shard, one at a time, in float32."""
    rows = []
    for row in range(0, len(shard), max(1, len(shard) // count)):
        batch = make_batch(shard, [row])
        forms = {name: values[batch.forms] for name, values in shard.forms.items()}
        state = read_batch(network, forms, batch)
        start = state["start"].argmax(1)
        end = network.end_scores(state["memory"], state["context_mask"], start)
        entry = {"id": shard.ids[row], "answerable": state["answerable"].item(), "start": state["start"][0].tolist(), "end": end[0].tolist()}
        if batch.start.item() >= 0 and batch.target_length.item() > 0:
            log_probabilities, _, yes = sentence_log_probabilities(network, forms, batch, state, torch.tensor([0]))
            entry |= {"span": [batch.start.item(), batch.end.item()], "sentence": log_probabilities[0].tolist(), "yes": yes.item()}
        rows.append(entry)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--shards", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--golden", type=int, default=24)
    options = parser.parse_args()

    saved = torch.load(os.path.join(options.run, "best.pt"), map_location="cpu", weights_only=False)
    state = saved["network"]
    network = Network(state["vectors"], state["delta"].shape[0])
    network.load_state_dict(state)
    network.eval()
    round_to_half(network)

    os.makedirs(options.out, exist_ok=True)
    tensors = tensors_of(network)
    with open(os.path.join(options.out, "weights.bin"), "wb") as file:
        for value in tensors.values():
            file.write(value.astype("<f2").tobytes())
    shutil.copy(os.path.join(options.shards, "vocabulary.txt"), os.path.join(options.out, "vocabulary.txt"))
    digest = lambda name: {"file": name, "sha256": hashlib.sha256(open(os.path.join(options.out, name), "rb").read()).hexdigest()}
    manifest = {
        "format": 1, "version": os.path.basename(os.path.normpath(options.out)),
        "vocabulary": digest("vocabulary.txt"), "weights": digest("weights.bin"),
        "answerableThreshold": 0.5,
        "metrics": {"training": {"steps": saved["step"], "minutes": round(saved["minutes"], 1), "dev": saved["scores"]}},
        "tensors": [{"name": name, "shape": list(value.shape)} for name, value in tensors.items()],
    }
    json.dump(manifest, open(os.path.join(options.out, "manifest.json"), "w"), indent=2)
    shard = Shard(os.path.join(options.shards, "dev-desk"))
    json.dump(golden(network, shard, options.golden), open(os.path.join(options.out, "golden.json"), "w"))
    total = sum(value.size for value in tensors.values())
    print(f"{options.out}: {total:,} numbers, {total * 2 / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
