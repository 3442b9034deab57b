"""Shards are read back, masks hold, losses are what they say."""
import torch

from data import make_batch, plan
from losses import losses, read_batch
from network import MASKED


def batch_of(shard, rows, contextual):
    batch = make_batch(shard, rows, contextual)
    return batch, {name: values[batch.forms] for name, values in shard.forms.items()}


def words(shard, places):
    return [shard.texts[form] for form in places]


def test_a_batch_holds_what_the_shard_says(shard, contextual):
    batch, _ = batch_of(shard, [0, 1], contextual)
    texts = words(shard, batch.forms[batch.context[1]].tolist())
    assert texts == ["Pool", "hours", "the", "pool", "opens", "at", "7", "a.m.", "."]
    assert texts[batch.start[1]:batch.end[1] + 1] == ["7", "a.m."]
    assert batch.headings.tolist() == [0, 2]
    assert batch.compared[0].nonzero().tolist() == [[4, 1]]


@torch.inference_mode()
def test_no_evidence_stands_in_a_heading_or_in_padding(shard, contextual, network):
    batch, forms = batch_of(shard, [0, 1], contextual)
    state = read_batch(network, forms, batch)
    assert (state["start"][1, :2] == MASKED).all()
    assert (state["start"][0, 6:] == MASKED).all()
    assert (network.end_scores(state["memory"], state["evidence_mask"], torch.tensor([3, 5]))[1, :5] == MASKED).all()


@torch.inference_mode()
def test_padding_changes_nothing(shard, contextual, network):
    alone, forms = batch_of(shard, [0], contextual)
    together, other = batch_of(shard, [0, 1], contextual)
    a, b = read_batch(network, forms, alone), read_batch(network, other, together)
    torch.testing.assert_close(a["start"][0], b["start"][0, :6], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(a["answerable"][0], b["answerable"][0], atol=1e-4, rtol=1e-4)


def test_a_few_steps_lower_every_loss(shard, contextual, network):
    import copy
    learner = copy.deepcopy(network).train()
    learner.drop = 0
    optimizer = torch.optim.Adam(learner.parameters(), lr=3e-3)
    batch, forms = batch_of(shard, [0, 1], contextual)
    history = []
    for _ in range(25):
        parts = losses(learner, forms, batch, shard.polar_words)
        history.append([part.item() for part in parts])
        optimizer.zero_grad()
        sum(parts).backward()
        optimizer.step()
    assert all(last < 0.7 * first for first, last in zip(history[0], history[-1]) if first > 0.05)


def test_a_plan_asks_every_question_once(shard):
    assert sorted(row for group in plan(shard, 100) for row in group) == [0, 1]
