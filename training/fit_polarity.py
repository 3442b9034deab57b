"""Fits the yes/no head of a finished run anew, on the features of the averaged network, which stays as it is.

    python training/fit_polarity.py --shards build/shards --run build/run

In a long run the head learns along with the rest; where it came late or the average lags behind, this brings it up to
date in a few minutes. Rewrites best.pt, and keeps the old one as best.before.pt.
"""
import argparse
import json
import os
import shutil

import numpy as np
import torch
from torch.nn import functional as F

from data import Shard, make_batch, plan
from network import Network, polarity_of, read_batch, sentence_log_probabilities


@torch.inference_mode()
def features(network, shard, limit, seed):
    """Inputs of the head for rows whose sentence begins with yes or no. -> [N, 4 S] half, wanted [N]"""
    target = shard.question["targetOffset"]
    first = shard.forms["word"].numpy()[shard.arrays["tokens"][np.minimum(target, len(shard.arrays["tokens"]) - 1)]]
    polar = (shard.question["targetLength"] > 0) & (shard.question["spanStart"] >= 0) & np.isin(first, shard.polar_words)
    rows = np.flatnonzero(polar)
    rows = np.sort(np.random.default_rng(seed).permutation(rows)[:limit])
    seen = []
    hook = network.polarity_hidden.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].half()))
    wanted = []
    for chosen in plan(shard, 20_000, keep=rows):
        batch = make_batch(shard, chosen)
        forms = {name: values[batch.forms] for name, values in shard.forms.items()}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            state = read_batch(network, forms, batch)
            all_rows = torch.arange(len(chosen))
            sentence_log_probabilities(network, forms, batch, state, all_rows)
        wanted.append(polarity_of(forms, batch, all_rows, shard.polar_words))
    hook.remove()
    return torch.cat(seen), torch.cat(wanted).float()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shards", required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--limit", type=int, default=60_000, help="sentences to fit it to")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--dropout", type=float, default=0.3)
    options = parser.parse_args()
    torch.manual_seed(1)
    best = os.path.join(options.run, "best.pt")
    saved = torch.load(best, map_location="cpu", weights_only=False)
    network = Network(saved["network"]["vectors"], saved["network"]["delta"].shape[0])
    network.load_state_dict(saved["network"])
    network.eval()
    x, y = features(network, Shard(os.path.join(options.shards, "train")), options.limit, 1)
    dev_x, dev_y = features(network, Shard(os.path.join(options.shards, "dev-desk")), 10_000, 1)

    head = torch.nn.ModuleList([network.polarity_hidden, network.polarity])
    score = lambda inputs: network.polarity(F.relu(network.polarity_hidden(inputs)))[:, 0]
    optimizer = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=options.decay)
    steps = options.epochs * (len(x) // 256)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for epoch in range(options.epochs):
        total = 0.0
        for rows in torch.randperm(len(x))[: len(x) // 256 * 256].split(256):
            loss = F.binary_cross_entropy_with_logits(score(F.dropout(x[rows].float(), options.dropout)), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        with torch.no_grad():
            right = [100 * ((score(i.float()) > 0) == (w == 1)).float().mean().item() for i, w in ((x, y), (dev_x, dev_y))]
        print(json.dumps({"epoch": epoch + 1, "loss": round(total / (len(x) // 256), 3), "train": round(right[0], 1), "dev": round(right[1], 1)}), flush=True)
    shutil.copy(best, os.path.join(options.run, "best.before.pt"))
    torch.save({**saved, "network": network.state_dict()}, best)


if __name__ == "__main__":
    main()
