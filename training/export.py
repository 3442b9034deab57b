"""Turns `best.pt` of a training run into a model folder: ONNX graphs, vocabularies, manifest and golden vectors.

    python training/export.py --run build/run --shards build/shards --contextual build/contextual.onnx --out models/seq2seq/1.0.0

The graphs (src/network/network.ts tells what each takes and gives) hold one question and one text at a time. Their weights are stored
as float16 and computed with as float32; the pretrained encoder's as int8.
"""
import argparse
import hashlib
import json
import os
import shutil
import tempfile

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

from contextual import SIZE, Contextual, folder
from data import COMPARISONS, Shard, make_batch
from losses import read_batch, sentence_log_probabilities
from network import FEATURES, FILTERS, MASKED, SPEAKER, D, Network

SMALLEST_HALF = 1024  # smaller tensors stay float32


class BothWays(nn.Module):
    """One bidirectional LSTM in the place of two: texts of a graph have no padding. x [1, T, inputs] -> [1, T, 2H]"""

    def __init__(self, pair):
        super().__init__()
        ahead, back = pair.forward_lstm, pair.backward_lstm
        self.lstm = nn.LSTM(ahead.input_size, ahead.hidden_size, batch_first=True, bidirectional=True)
        with torch.no_grad():
            for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"):
                getattr(self.lstm, name).copy_(getattr(ahead, name))
                getattr(self.lstm, f"{name}_reverse").copy_(getattr(back, name))

    def forward(self, x):
        return self.lstm(x)[0]


class Graph(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network


class Embed(Graph):
    def forward(self, words, characters, features):
        return self.network.embed({"word": words, "characters": characters, "features": features})


class Encode(Graph):
    def __init__(self, network):
        super().__init__(network)
        self.encoder = BothWays(network.encoder)

    def forward(self, forms, pieces, first):
        return self.encoder(torch.cat([forms, pieces[first]], 1)[None])[0]


class Read(Graph):
    """The reader for one text: as Network.read, answerability included, without masks but that of headings."""

    def __init__(self, network):
        super().__init__(network)
        self.model1, self.model2 = BothWays(network.model1), BothWays(network.model2)

    def forward(self, context, question, match, evidence):
        net, context, question = self.network, context[None], question[None]
        scores = net.attention(context, question)
        to_question = scores.softmax(2) @ question
        to_context = (scores.amax(2).softmax(1)[:, None] @ context).expand_as(context)
        fused = torch.cat([context, to_question, context * to_question, context * to_context, match[None]], 2)
        fused = F.relu(net.fuse(fused))
        first = self.model1(fused)
        places = torch.arange(first.shape[1])
        itself = (places[:, None] == places[None]).float()[None]
        other = (net.self_attention(first, first) * (1 - itself) + MASKED * itself).softmax(2) @ first
        memory = self.model2(fused + F.relu(net.self_fuse(torch.cat([first, other, first * other], 2))))
        start = net.start(memory)[..., 0] * evidence + MASKED * (1 - evidence)
        at_start = start.softmax(1)[:, None] @ memory
        asked = net.question_pool(question)[..., 0].softmax(1)[:, None] @ question
        summary = torch.cat([at_start[:, 0], memory.amax(1), asked[:, 0]], 1)
        bonus = net.answerable(F.relu(net.answerable_hidden(summary)))[:, 0]
        return memory[0], start[0], bonus + start.logsumexp(1)


class Ends(Graph):
    def forward(self, memory, starts, evidence):
        net = self.network
        scores = net.end(torch.tanh(net.end_token(memory)[None] + net.end_start(memory[starts])[:, None]))[..., 0]
        after = (torch.arange(memory.shape[0])[None] >= starts[:, None]).float() * evidence
        return scores * after + MASKED * (1 - after)


class Open(Graph):
    def forward(self, context, memory, inside, question, window_forms, question_forms, compared):
        net, words = self.network, self.network.vectors.shape[1]
        keys = net.memory(torch.cat([context, memory], 1)) + inside[:, None] * net.marker
        asked = net.question_memory(question)
        marked = (keys * inside[:, None]).sum(0, keepdim=True) / inside.sum().clamp(min=1)
        state = torch.tanh(net.initial(torch.cat([marked, asked.amax(0, keepdim=True)], 1)))
        return keys, asked, state, self.yes(keys, asked, inside, window_forms[:, :words], question_forms[:, :words], compared)

    def yes(self, keys, asked, inside, window_words, question_words, held):
        net = self.network
        meanings, said = self.compare(net.compare_meanings, asked, keys)
        words, _ = self.compare(net.compare_words, question_words, window_words)
        where = (held.t() @ said / held.sum(0).clamp(min=1)[:, None]).flatten()[None]
        summary = [meanings, words, where, (held * inside[:, None]).amax(0, keepdim=True), (held * (1 - inside)[:, None]).amax(0, keepdim=True)]
        return net.polarity(F.relu(net.polarity_hidden(torch.cat(summary, 1))))[:, 0]

    def compare(self, layer, question, text):
        question, text = torch.tanh(layer.project(question)), torch.tanh(layer.project(text))
        met = (question @ text.t()).softmax(1) @ text
        compared = F.relu(layer.compare(torch.cat([question, met, question * met, (question - met).abs()], 1)))
        return torch.cat([compared.amax(0, keepdim=True), compared.mean(0, keepdim=True)], 1), text


class Step(Graph):
    def forward(self, inputs, keys, asked, first_hidden, first_cell, second_hidden, second_cell):
        net = self.network

        def look(hidden, layer):
            to_window, to_question = layer(hidden).chunk(2, -1)
            seen, heard = (to_window @ keys.t()).softmax(1), (to_question @ asked.t()).softmax(1)
            return seen, heard, torch.cat([hidden, seen @ keys, heard @ asked], 1)

        def step(x, hidden, cell, lstm):
            return [state[0] for state in lstm(x[:, None], (hidden[None], cell[None]))[1]]

        hidden, cell = step(inputs, first_hidden, first_cell, net.speaker1)
        hidden2, cell2 = step(look(hidden, net.look1)[2], second_hidden, second_cell, net.speaker2)
        seen, heard, joined = look(hidden2, net.look2)
        generator = net.vectors[:net.generator_size] + net.delta
        said = (F.linear(torch.tanh(net.output(joined)), generator) + net.output_bias).softmax(1)
        return said, seen, heard, net.gates(joined).softmax(1), hidden, cell, hidden2, cell2


def graphs(network):
    """Name -> (module, [(input, tensor, names of its axes that vary)], [(output, ...)])"""
    form, hidden = network.vectors.shape[1] + FILTERS + FEATURES, SPEAKER
    ids = lambda *shape: torch.ones(shape, dtype=torch.long)
    floats = lambda *shape: torch.rand(shape)
    states = ("first_hidden", "first_cell", "second_hidden", "second_cell")
    return {
        "embed": (Embed(network), [("words", ids(3), "U"), ("characters", ids(3, 16), "U"), ("features", floats(3, FEATURES), "U")], [("forms", "U")]),
        "encode": (Encode(network), [("forms", floats(5, form), "T"), ("pieces", floats(7, SIZE), "P"), ("first", ids(5), "T")], [("hidden", "T")]),
        "read": (Read(network), [("context", floats(5, D), "T"), ("question", floats(4, D), "Q"), ("match", floats(5, 3 + COMPARISONS), "T"),
                                 ("evidence", torch.ones(5), "T")], [("memory", "T"), ("start", "T"), ("answerable", None)]),
        "ends": (Ends(network), [("memory", floats(5, D), "T"), ("starts", ids(2), "K"), ("evidence", torch.ones(5), "T")], [("end", "KT")]),
        "open": (Open(network), [("context", floats(5, D), "W"), ("memory", floats(5, D), "W"), ("inside", torch.ones(5), "W"), ("question", floats(4, D), "Q"),
                                 ("window_forms", floats(5, form), "W"), ("question_forms", floats(4, form), "Q"), ("compared", floats(5, COMPARISONS), "W")],
                 [("keys", "W"), ("asked", "Q"), ("state", None), ("yes", None)]),
        "step": (Step(network), [("inputs", floats(3, form), "B"), ("keys", floats(5, hidden), "W"), ("asked", floats(4, hidden), "Q"),
                                 *((name, floats(3, hidden), "B") for name in states)],
                 [("said", "B"), ("window", "BW"), ("question", "BQ"), ("gates", "B"), *((f"next_{name}", "B") for name in states)]),
    }


def write_graph(name, module, inputs, outputs, path):
    axes = {key: dict(enumerate(letters)) for key, letters in [*((n, a) for n, _, a in inputs), *outputs] if letters}
    with tempfile.TemporaryDirectory() as place:
        full = os.path.join(place, f"{name}.onnx")
        torch.onnx.export(module.eval(), tuple(value for _, value, _ in inputs), full, input_names=[n for n, _, _ in inputs],
                          output_names=[n for n, _ in outputs], dynamic_axes=axes, opset_version=17, dynamo=False)
        graph = onnx.load(full)
    store_as_half(graph)
    onnx.save(graph, path)


def store_as_half(model):
    """Large weights as float16, widened by a Cast when the graph is loaded."""
    graph, casts = model.graph, []
    for tensor in graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < SMALLEST_HALF:
            continue
        name, value = tensor.name, numpy_helper.to_array(tensor)
        tensor.CopyFrom(numpy_helper.from_array(value.astype(np.float16), f"{name}.half"))
        casts.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], name=f"{name}.widen", to=onnx.TensorProto.FLOAT))
    for node in reversed(casts):
        graph.node.insert(0, node)


def round_to_half(network):
    """Compute with what is shipped: every stored number as float16 holds it."""
    with torch.no_grad():
        network.vectors[:network.generator_size] += network.delta
        network.delta.zero_()
        for value in [*network.parameters(), network.vectors]:
            value.copy_(value.half().float())


@torch.inference_mode()
def golden(network, shard, contextual, count):
    """Scores of the first questions of a shard, by the network as it was trained: one at a time, in float32."""
    rows = []
    for row in range(0, len(shard), max(1, len(shard) // count)):
        batch = make_batch(shard, [row], contextual)
        forms = {name: values[batch.forms] for name, values in shard.forms.items()}
        state = read_batch(network, forms, batch)
        start = state["start"].argmax(1)
        end = network.end_scores(state["memory"], state["evidence_mask"], start)
        entry = {"id": shard.ids[row], "answerable": state["answerable"].item(), "start": state["start"][0].tolist(), "end": end[0].tolist()}
        if batch.start.item() >= 0 and batch.target_length.item() > 0:
            log_probabilities, _, yes = sentence_log_probabilities(network, forms, batch, state, torch.tensor([0]))
            entry |= {"span": [batch.start.item(), batch.end.item()], "sentence": log_probabilities[0].tolist(), "yes": yes.item()}
        rows.append(entry)
    return rows


def golden_inputs(out, network, seed=1):
    """For each graph a small input and what onnxruntime makes of it, to hold other engines to."""
    torch.manual_seed(seed)
    entries = {}
    shapes = lambda value: {"shape": list(value.shape), "data": [round(v, 6) if isinstance(v, float) else v for v in np.asarray(value).ravel().tolist()]}
    for name, (_, inputs, outputs) in graphs(network).items():
        feed = {key: value.numpy() for key, value, _ in inputs}
        feed = {key: value.round(3) if value.dtype == np.float32 else value for key, value in feed.items()}
        entries[name] = feed, [key for key, _ in outputs]
    entries["contextual"] = {"ids": np.array([101, 1996, 4770, 7480, 2012, 1021, 1012, 102], np.int64)}, ["pieces", "sentence"]
    written = {}
    for name, (feed, keys) in entries.items():
        session = onnxruntime.InferenceSession(os.path.join(out, f"{name}.onnx"), providers=["CPUExecutionProvider"])
        results = dict(zip(keys, session.run(keys, feed)))
        if name == "step":
            results["said"] = results["said"][:, :200]  # the first words stand for all
        written[name] = {"inputs": {k: shapes(v) for k, v in feed.items()}, "outputs": {k: shapes(v) for k, v in results.items()}}
    return written


def write_pieces(out):
    tokens = json.load(open(os.path.join(folder(), "tokenizer.json"), encoding="utf-8"))["model"]["vocab"]
    with open(os.path.join(out, "pieces.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(sorted(tokens, key=tokens.get)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--shards", required=True)
    parser.add_argument("--contextual", required=True, help="the pretrained encoder (contextual.py)")
    parser.add_argument("--out", required=True)
    parser.add_argument("--golden", type=int, default=16)
    parser.add_argument("--threshold", type=float, default=0.5)
    options = parser.parse_args()

    saved = torch.load(os.path.join(options.run, "best.pt"), map_location="cpu", weights_only=False)
    state = saved["network"]
    network = Network(state["vectors"], state["delta"].shape[0])
    network.load_state_dict(state)
    network.eval()
    round_to_half(network)

    os.makedirs(options.out, exist_ok=True)
    shutil.copy(os.path.join(options.shards, "vocabulary.txt"), os.path.join(options.out, "vocabulary.txt"))
    write_pieces(options.out)
    shutil.copy(options.contextual, os.path.join(options.out, "contextual.onnx"))
    names = ["contextual"]
    for name, graph in graphs(network).items():
        write_graph(name, *graph, os.path.join(options.out, f"{name}.onnx"))
        names.append(name)
    digest = lambda name: {"file": name, "sha256": hashlib.sha256(open(os.path.join(options.out, name), "rb").read()).hexdigest()}
    manifest = {
        "format": 2, "version": os.path.basename(os.path.normpath(options.out)),
        "vocabulary": digest("vocabulary.txt"), "pieces": digest("pieces.txt"),
        "graphs": {name: digest(f"{name}.onnx") for name in names},
        "answerableThreshold": options.threshold,
        "metrics": {"training": {"steps": saved["step"], "minutes": round(saved["minutes"], 1), "dev": saved["scores"],
                                 "origin": saved.get("origin", {})}},
    }
    json.dump(manifest, open(os.path.join(options.out, "manifest.json"), "w"), indent=2)
    shard = Shard(os.path.join(options.shards, "dev-desk"))
    vectors = {"questions": golden(network, shard, Contextual(options.contextual), options.golden), "graphs": golden_inputs(options.out, network)}
    json.dump(vectors, open(os.path.join(options.out, "golden.json"), "w"))
    size = sum(os.path.getsize(os.path.join(options.out, name)) for name in os.listdir(options.out))
    print(f"{options.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
