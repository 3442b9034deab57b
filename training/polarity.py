"""Trains the yes/no head of a run on, on rules that the network has not seen, with the rest of the network as it is.

    python training/polarity.py --run build/run --shards build/shards

Beside everything else the head sees too few limits and hours to learn what "under eight" and "less" make together; on kept encodings
thirty thousand of them take two minutes. What it says of other texts stays: there its own judgement is what it is trained towards.
Rewrites `best.pt` and logs one JSON line an epoch.
"""
import argparse
import json
import os

import numpy as np
import torch
from torch.nn import functional as F

from contextual import Contextual
from data import Shard, make_batch, plan
from losses import attend_to_evidence, polarity_of, read_batch, yes_score
from network import Network

TOKENS = 6000
RULES = "desk-polarity"


def polar_rows(shard, keep):
    """Rows with evidence whose sentence begins with yes or no."""
    column, tokens = shard.question, shard.arrays["tokens"]
    first = shard.forms["word"].numpy()[tokens[np.minimum(column["targetOffset"], len(tokens) - 1)]]
    wanted = (column["targetLength"] > 0) & (column["spanStart"] >= 0) & np.isin(first, shard.polar_words)
    return np.flatnonzero(wanted & keep)


@torch.no_grad()
def encode(network, shard, contextual, rows, rng, limit):
    """What the head is given of some of the rows, and which of them are answered with yes. -> [(dict, [M]), ...]"""
    network.eval()
    encoded = []
    for chosen in plan(shard, TOKENS, keep=np.sort(rng.permutation(rows)[:limit])):
        batch = make_batch(shard, chosen, contextual)
        forms = {name: values[batch.forms] for name, values in shard.forms.items()}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            given = attend_to_evidence(network, batch, read_batch(network, forms, batch), torch.arange(len(chosen)))
        yes = polarity_of(forms, batch, torch.arange(len(chosen)), shard.polar_words).float()
        encoded.append(({name: value.bfloat16() if value.is_floating_point() else value for name, value in given.items()}, yes))
    return encoded


def in_full(given):
    return {name: value.float() if value.is_floating_point() else value for name, value in given.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--shards", required=True)
    parser.add_argument("--contextual", required=True, help="the pretrained encoder (contextual.py)")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--rules", type=int, default=36_000, help="questions about rules")
    parser.add_argument("--others", type=int, default=4_000, help="other questions, to stay with what is known")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)

    path = os.path.join(options.run, "best.pt")
    saved = torch.load(path, map_location="cpu", weights_only=False)
    network = Network(saved["network"]["vectors"], saved["network"]["delta"].shape[0], options.dropout)
    network.load_state_dict(saved["network"])
    rules, train = (Shard(os.path.join(options.shards, name)) for name in ("rules", "train"))
    contextual = Contextual(options.contextual)
    batches = encode(network, rules, contextual, polar_rows(rules, True), rng, options.rules)
    others = polar_rows(train, train.question["source"] != train.sources.index(RULES) if RULES in train.sources else True)
    for given, _ in encode(network, train, contextual, others, rng, options.others):
        with torch.no_grad():
            batches.append((given, torch.sigmoid(yes_score(network, in_full(given)))))

    head = [value for name, value in network.named_parameters() if name.startswith(("polarity", "compare"))]
    optimizer = torch.optim.AdamW(head, lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, options.epochs * len(batches))
    network.train()
    for epoch in range(options.epochs):
        total = 0.0
        for at in rng.permutation(len(batches)):
            given, yes = batches[at]
            loss = F.binary_cross_entropy_with_logits(yes_score(network, in_full(given)), yes.clone())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(json.dumps({"epoch": epoch + 1, "loss": round(total / len(batches), 3)}), flush=True)
    saved["network"] = network.state_dict()
    torch.save(saved, path)


if __name__ == "__main__":
    main()
