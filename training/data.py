"""Reads the integer shards that `front-desk prepare` writes and makes batches of them."""
import json
import os
from dataclasses import dataclass

import numpy as np
import torch

QUESTIONS_PER_VISIT = 6
STYLE_PLAIN = 3
COMPARISONS = 5


class Shard:
    """Arrays of one shard folder; a token is the row number of its form."""

    def __init__(self, folder):
        header = json.load(open(os.path.join(folder, "shard.json")))
        raw = np.fromfile(os.path.join(folder, "shard.bin"), np.uint8)
        self.arrays = {}
        for entry in header["arrays"]:
            kind = np.dtype(entry["type"])
            end = entry["offset"] + entry["length"] * kind.itemsize
            self.arrays[entry["name"]] = raw[entry["offset"]:end].view(kind)
        self.table = None
        self.sources = header["sources"]
        self.generator_size = header["generatorSize"]
        self.vocabulary_size = header["vocabularySize"]
        self.polar_words = header["yes"], header["no"]
        words = len(self.arrays["form.word"])
        self.forms = {
            "word": torch.from_numpy(self.arrays["form.word"].astype(np.int64)),
            "lower": torch.from_numpy(self.arrays["form.lower"].astype(np.int64)),
            "match": torch.from_numpy(self.arrays["form.match"].astype(np.int64)),
            "features": torch.from_numpy(self.arrays["form.features"].reshape(words, -1).astype(np.float32)),
            "characters": torch.from_numpy(self.arrays["form.characters"].reshape(words, -1).astype(np.int64)),
        }
        self.contexts = self.arrays["contexts"].reshape(-1, 3)  # offset, length, how many tokens are headings
        self.question = {n[9:]: a for n, a in self.arrays.items() if n.startswith("question.")}
        self.texts = open(os.path.join(folder, "forms.txt"), encoding="utf-8").read().split("\n")[:words]
        ids = os.path.join(folder, "ids.txt")
        self.ids = open(ids, encoding="utf-8").read().split("\n") if os.path.exists(ids) else []

    def __len__(self):
        return len(self.question["context"])

    def pieces(self, contextual):
        """Subwords of each form."""
        if self.table is None:
            self.table = contextual.table(self.texts)
        return self.table

    def tokens(self, offset, length):
        return self.arrays["tokens"][offset:offset + length]


@dataclass
class Batch:
    """Padded tensors. C contexts, N questions, T, Q, L the longest context, question and target; 0 is padding."""

    rows: np.ndarray             # [N] question rows of the shard
    forms: torch.Tensor          # [U] distinct forms of the batch
    context: torch.Tensor        # [C, T] places in `forms`
    context_length: torch.Tensor
    headings: torch.Tensor       # [C] how many tokens at the beginning cannot be evidence
    question: torch.Tensor       # [N, Q]
    question_length: torch.Tensor
    owner: torch.Tensor          # [N] context of each question
    start: torch.Tensor          # [N] -1: not answerable
    end: torch.Tensor
    window: torch.Tensor         # [N, 2]
    target: torch.Tensor         # [N, L]
    target_length: torch.Tensor
    style: torch.Tensor
    compared: torch.Tensor       # [N, T, COMPARISONS] how numbers, times and days compare with the question's
    context_vectors: torch.Tensor  # [C, T, 384] of the pretrained encoder
    question_vectors: torch.Tensor  # [N, Q, 384]


def pad(rows):
    out = np.zeros((len(rows), max(1, max(map(len, rows), default=1))), np.int64)
    for n, row in enumerate(rows):
        out[n, :len(row)] = row
    return out


def make_batch(shard, rows, contextual):
    rows = np.asarray(rows)
    column = {name: values[rows].astype(np.int64) for name, values in shard.question.items()}
    contexts, owner = np.unique(column["context"], return_inverse=True)
    context = [shard.tokens(*shard.contexts[c][:2]) for c in contexts]
    question = [shard.tokens(o, n) for o, n in zip(column["offset"], column["length"])]
    target = [shard.tokens(o, n) for o, n in zip(column["targetOffset"], column["targetLength"])]
    padded = [pad(context), pad(question), pad(target)]
    styles = np.array([2, 3])
    forms, places = np.unique(np.concatenate([np.zeros(1, np.int64), styles] + [p.ravel() for p in padded]), return_inverse=True)
    places = places[3:]
    shaped = []
    for p in padded:
        shaped.append(torch.from_numpy(places[:p.size].reshape(p.shape)))
        places = places[p.size:]
    lengths = [torch.tensor([len(x) for x in group]) for group in (context, question, target)]
    compared = np.zeros((len(rows), padded[0].shape[1], COMPARISONS), np.float32)
    for n, (offset, length) in enumerate(zip(column["comparedOffset"], column["comparedLength"])):
        places = shard.arrays["compared"][offset:offset + length]
        compared[n, places // COMPARISONS, places % COMPARISONS] = 1
    return Batch(
        rows, torch.from_numpy(forms), shaped[0], lengths[0], torch.from_numpy(shard.contexts[contexts, 2].astype(np.int64)),
        shaped[1], lengths[1], torch.from_numpy(owner),
        torch.from_numpy(column["spanStart"]), torch.from_numpy(column["spanEnd"]),
        torch.from_numpy(np.stack([column["windowStart"], column["windowEnd"]], 1)), shaped[2], lengths[2],
        torch.from_numpy(np.searchsorted(forms, column["style"])), torch.from_numpy(compared),
        contextual.vectors(context, shard.pieces(contextual)), contextual.vectors(question, shard.pieces(contextual)))


def plan(shard, tokens_per_batch, rng=None, pool=3000, keep=None):
    """Lists of question rows: one context's questions stay together, contexts of like length share a batch and
    batches of like length follow one another."""
    rows = np.arange(len(shard)) if keep is None else keep
    order = rows[rng.permutation(len(rows))] if rng is not None else rows
    owners = shard.question["context"][order]
    order = order[np.argsort(owners, kind="stable")]
    owners = shard.question["context"][order]
    groups = np.split(order, np.flatnonzero(np.diff(owners)) + 1)
    visits = [group[at:at + QUESTIONS_PER_VISIT] for group in groups for at in range(0, len(group), QUESTIONS_PER_VISIT)]
    if rng is not None:
        rng.shuffle(visits)
    length = lambda visit: shard.contexts[shard.question["context"][visit[0]]][1]
    batches = []
    for at in range(0, len(visits), pool):
        batch, longest = [], 0
        for visit in sorted(visits[at:at + pool], key=length):
            longest = max(longest, length(visit))
            if batch and (len(batch) + len(visit)) * max(longest, 60) > tokens_per_batch:
                batches.append(batch)
                batch, longest = [], length(visit)
            batch.extend(visit)
        batches.append(batch)
    return batches


def to_device(shard, batch, device):
    forms = {name: values[batch.forms].to(device) for name, values in shard.forms.items()}
    for name, value in vars(batch).items():
        if isinstance(value, torch.Tensor):
            setattr(batch, name, value.to(device))
    return forms, batch
