import json
import os
import sys

import numpy as np
import pytest
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

from contextual import SIZE  # noqa: E402
from data import Shard  # noqa: E402
from export import round_to_half  # noqa: E402
from network import Network  # noqa: E402

WORDS = "<pad> <unknown> <spoken> <plain> <end> yes no the pool opens at 7 a.m. . when does it open ? Pool hours".split()
# Two contexts, one under a heading of two tokens; a question of each.
CONTEXTS = [([7, 8, 9, 10, 11, 12], 0), ([19, 20, 7, 8, 9, 10, 11, 12, 13], 2)]
QUESTIONS = [dict(context=0, words=[14, 15, 7, 8, 17, 18], span=(4, 5), window=(0, 6), target=[7, 8, 9, 10, 11, 12, 4]),
             dict(context=1, words=[14, 15, 16, 17, 18], span=(6, 7), window=(2, 9), target=[5, 16, 9, 10, 11, 4])]


class Unread:
    """Stands in for the pretrained encoder: the same vectors for the same form."""

    def table(self, forms):
        return forms

    def vectors(self, rows, table):
        out = np.zeros((len(rows), max(map(len, rows)), SIZE), np.float32)
        for n, row in enumerate(rows):
            for place, form in enumerate(row):
                out[n, place] = np.random.default_rng(int(form)).normal(size=SIZE) * 0.4
        return torch.from_numpy(out)


@pytest.fixture(scope="session")
def contextual():
    return Unread()


@pytest.fixture(scope="session")
def network():
    torch.manual_seed(3)
    net = Network(torch.randn(len(WORDS), 114) * 0.3, len(WORDS) - 2)
    round_to_half(net)
    return net.eval()


@pytest.fixture(scope="session")
def shard(tmp_path_factory):
    """A shard as `front-desk prepare` writes it."""
    folder = tmp_path_factory.mktemp("shard")
    size, tokens, columns = len(WORDS), [], {}

    def put(row):
        tokens.extend(row)
        return len(tokens) - len(row), len(row)

    lower = {word.lower(): n for n, word in enumerate(WORDS)}
    arrays = {
        "form.word": np.arange(size), "form.lower": np.array([lower[word.lower()] for word in WORDS]), "form.match": np.arange(size),
        "form.features": np.zeros(size * 4, np.uint8), "form.characters": (np.arange(size * 16) % 90).astype(np.uint8),
        "contexts": np.array([[*put(row), headings] for row, headings in CONTEXTS]).ravel(), "compared": np.array([4 * 5 + 1, 6 * 5 + 2]),
    }
    rows = []
    for n, q in enumerate(QUESTIONS):
        (offset, length), (target, long) = put(q["words"]), put(q["target"])
        rows.append(dict(context=q["context"], offset=offset, length=length, spanStart=q["span"][0], spanEnd=q["span"][1], windowStart=q["window"][0],
                         windowEnd=q["window"][1], targetOffset=target, targetLength=long, comparedOffset=n, comparedLength=1, style=2, source=0))
    columns = {f"question.{name}": np.array([row[name] for row in rows]) for name in rows[0]}
    header, data = [], b""
    for name, value in (arrays | {"tokens": np.array(tokens)} | columns).items():
        kind = "uint8" if value.dtype == np.uint8 else "int32"
        header.append({"name": name, "type": kind, "offset": len(data), "length": value.size})
        data += value.astype(kind).tobytes()
        data += b"\0" * (-len(data) % 4)
    (folder / "shard.bin").write_bytes(data)
    (folder / "shard.json").write_text(json.dumps({"arrays": header, "sources": ["test"], "generatorSize": size - 2, "vocabularySize": size, "yes": 5, "no": 6}))
    (folder / "forms.txt").write_text("\n".join(WORDS))
    return Shard(str(folder))
