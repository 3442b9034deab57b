"""What the trainer measures on the dev shards, to choose the best weights by."""
import numpy as np
import torch

from data import make_batch, plan, to_device
from losses import polarity_of, read_batch, sentence_log_probabilities


@torch.inference_mode()
def evaluate(network, shard, contextual, device, autocast, team, limit):
    """Token F1 and exact match of the span, accuracy of answerability and yes/no, loss per spoken token."""
    network.eval()
    keep = np.random.default_rng(0).permutation(len(shard))[:limit]
    f1, exact, spans, right, rows, nll, tokens, polar, polar_right = 0.0, 0, 0, 0, 0, 0.0, 0, 0, 0
    for chosen in plan(shard, 20_000, keep=np.sort(keep))[team.rank::team.size]:
        forms, batch = to_device(shard, make_batch(shard, chosen, contextual), device)
        with autocast():
            state = read_batch(network, forms, batch)
            start = state["start"].argmax(1)
            end = network.end_scores(state["memory"], state["evidence_mask"], start).argmax(1)
            spoken = ((batch.start >= 0) & (batch.target_length > 0)).nonzero()[:, 0]
            if len(spoken):
                log_probabilities, mask, yes = sentence_log_probabilities(network, forms, batch, state, spoken)
                nll -= (log_probabilities * mask).sum().item()
                tokens += mask.sum().item()
                wanted = polarity_of(forms, batch, spoken, shard.polar_words)
                polar += (wanted >= 0).sum().item()
                polar_right += ((yes > 0) == (wanted == 1))[wanted >= 0].sum().item()
        for s, e, gs, ge in zip(start.tolist(), end.tolist(), batch.start.tolist(), batch.end.tolist()):
            if gs < 0:
                continue
            shared = max(0, min(e, ge) - max(s, gs) + 1)
            f1 += 2 * shared / ((e - s + 1) + (ge - gs + 1))
            exact += (s, e) == (gs, ge)
            spans += 1
        right += ((state["answerable"] > 0) == (batch.start >= 0)).sum().item()
        rows += len(chosen)
    network.train()
    sums = [f1, exact, spans, right, rows, nll, tokens, polar, polar_right]
    f1, exact, spans, right, rows, nll, tokens, polar, polar_right = team.sums(sums)
    share = lambda part, whole: 100 * part / max(1, whole)
    return {"f1": share(f1, spans), "em": share(exact, spans), "answerable": share(right, rows), "nll": nll / max(1, tokens),
            "polarity": share(polar_right, polar)}
