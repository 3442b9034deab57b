"""Trains the network on shards, on CUDA when there is one, else on the CPU.

    torchrun --standalone --nproc-per-node 2 training/train.py --shards build/shards --out build/run --minutes 90

Writes one log line per interval, `checkpoint.pt` (resumes by itself) and, at each evaluation that is the best so far,
`best.pt` with the averaged weights that export.py turns into a model folder. The learning rate follows the share of
`--minutes` that has passed, so a run always ends annealed. Each process of torchrun takes its own batches and the
gradients are averaged: on a CPU one process a core is half as fast again as one process with a thread on each.
"""
import argparse
import copy
import json
import math
import os
import time

import numpy as np
import torch

from checkpoint import Checkpoint
from contextual import Contextual
from data import Shard, make_batch, plan, to_device
from evaluate import evaluate
from losses import losses
from network import Network
from team import Team


def learning_rate(peak, progress, step, warmup=300):
    return peak * min(1.0, step / warmup) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shards", required=True)
    parser.add_argument("--contextual", required=True, help="the pretrained encoder (contextual.py)")
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, required=True, help="training time; the schedule follows it")
    parser.add_argument("--tokens", type=int, default=12_000, help="question-context tokens in a batch of one process")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--average", type=float, default=0.999, help="decay of the moving average of the weights")
    parser.add_argument("--evaluate-minutes", type=float, default=8)
    parser.add_argument("--evaluate-questions", type=int, default=2500, help="of each dev shard")
    parser.add_argument("--patience", type=int, default=6, help="evaluations without a better one before stopping")
    parser.add_argument("--log-steps", type=int, default=50)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", help="weights (best.pt) of an earlier run to go on from, with a fresh schedule")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    team = Team()
    torch.manual_seed(options.seed * 100 + team.rank)
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    autocast = lambda: torch.autocast(device, dtype=torch.bfloat16)

    train = Shard(os.path.join(options.shards, "train"))
    devs = {name: Shard(os.path.join(options.shards, name)) for name in sorted(os.listdir(options.shards)) if name.startswith("dev-")}
    contextual = Contextual(options.contextual, options.threads)
    path = os.path.join(options.shards, "vectors.npy")
    if os.path.exists(path):
        vectors = torch.from_numpy(np.load(path))
    else:
        vectors = torch.randn(train.vocabulary_size, 114) * 0.1
    network = Network(vectors, train.generator_size, options.dropout).to(device).train()
    if options.weights:
        network.load_state_dict(torch.load(options.weights, map_location=device, weights_only=False)["network"])
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, betas=(0.9, 0.99), weight_decay=1e-5)
    parameters = list(network.parameters())

    def log(**entry):
        if team.rank == 0:
            print(json.dumps(entry), flush=True)

    log(device=device, processes=team.size, questions=len(train), parameters=sum(p.numel() for p in parameters) + vectors.numel())

    checkpoint = Checkpoint(options, device)
    step, spent, best, waited, epoch = checkpoint.resume(network, average, optimizer)

    budget = options.minutes * 60
    clock, evaluated, seen = time.monotonic() - spent, spent, 0
    sums, interval = np.zeros(4), time.monotonic()
    while spent < budget and waited < options.patience:
        epoch += 1
        rng = np.random.default_rng(options.seed * 1000 + epoch)
        for chosen in team.share(plan(train, options.tokens, rng), rng):
            forms, batch = to_device(train, make_batch(train, chosen, contextual), device)
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(options.rate, spent / budget, step + 1)
            with autocast():
                parts = losses(network, forms, batch, train.polar_words)
            optimizer.zero_grad(set_to_none=True)
            sum(parts).backward()
            team.average_gradients(parameters)
            torch.nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            step, seen = step + 1, seen + len(chosen)
            decay = min(options.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), parameters, 1 - decay)
            sums += [part.item() for part in parts]
            spent = team.sums([time.monotonic() - clock])[0] / team.size
            if step % options.log_steps == 0:
                rate = seen * team.size / (time.monotonic() - interval)
                span, answerable, sentence, polarity = (sums / options.log_steps).round(3).tolist()
                log(step=step, minutes=round(spent / 60, 1), **{"questions/s": round(rate)}, span=span, answerable=answerable, sentence=sentence, polarity=polarity)
                sums, seen, interval = np.zeros(4), 0, time.monotonic()
            if spent - evaluated > options.evaluate_minutes * 60 or spent >= budget:
                scores = {name: evaluate(average, shard, contextual, device, autocast, team, options.evaluate_questions) for name, shard in devs.items()}
                average.eval()
                score = sum(s["f1"] + 0.5 * s["answerable"] - 10 * s["nll"] for s in scores.values())
                waited = 0 if score > best else waited + 1
                if score > best and team.rank == 0:
                    checkpoint.keep_best(average, scores, step, spent)
                best = max(best, score)
                log(step=step, minutes=round(spent / 60, 1), dev={n: {k: round(v, 3) for k, v in s.items()} for n, s in scores.items()})
                if team.rank == 0:
                    checkpoint.save(network, average, optimizer, step=step, spent=spent, best=best, waited=waited, epoch=epoch)
                evaluated = spent = team.sums([time.monotonic() - clock])[0] / team.size
                interval = time.monotonic()
                if waited >= options.patience:
                    break
            if spent >= budget:
                break
    log(done=True, steps=step, minutes=round(spent / 60, 1))


if __name__ == "__main__":
    main()
