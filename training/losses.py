"""Runs the network over a batch, with the sentences to be spoken given, and what it loses. Letters as in network.py."""
import torch
from torch.nn import functional as F

from network import MASKED, mask_of, select

FIRST_WORD_WEIGHT = 3.0  # the first word says yes or no


def match_flags(forms, context, question, question_mask):
    """Whether each context token stands in the question: same form, same lower case, same match key. -> [N, T, 3]"""
    flags = []
    for ids in (torch.arange(len(forms["word"])), forms["lower"], forms["match"]):
        ids = ids.to(context.device)
        same = (ids[context][:, :, None] == ids[question][:, None]) & question_mask[:, None]
        flags.append(same.any(2))
    return torch.stack(flags, 2).float()


def read_batch(network, forms, batch):
    """Runs the reader. -> dict of what the heads and the speaker need."""
    vectors = network.embed(forms)
    context = network.encode(vectors, batch.context, batch.context_vectors, batch.context_length)[batch.owner]
    question = network.encode(vectors, batch.question, batch.question_vectors, batch.question_length)
    context_mask = mask_of(batch.context_length, batch.context.shape[1])[batch.owner]
    evidence_mask = context_mask & ~mask_of(batch.headings, batch.context.shape[1])[batch.owner]
    question_mask = mask_of(batch.question_length, batch.question.shape[1])
    match = torch.cat([match_flags(forms, batch.context[batch.owner], batch.question, question_mask), batch.compared], 2)
    memory = network.read(context, question, match, context_mask, question_mask)
    start = network.start_scores(memory, evidence_mask)
    answerable = network.answerability(memory, question, start, context_mask, question_mask)
    return dict(vectors=vectors, context=context, question=question, context_mask=context_mask,
                evidence_mask=evidence_mask, question_mask=question_mask, memory=memory, start=start, answerable=answerable)


def attend_to_evidence(network, batch, state, rows):
    """What the speaker and the yes/no head are given of some rows: the evidence's sentences and the question. -> dict, letters as in network.py"""
    context = batch.context[batch.owner][rows]
    begin, finish = batch.window[rows].unbind(1)
    places = begin[:, None] + torch.arange(int((finish - begin).max()), device=begin.device)[None]
    window_mask = places < finish[:, None]
    places = places.clamp(max=context.shape[1] - 1)
    window = torch.cat([select(state["context"][rows], places), select(state["memory"][rows], places)], 2)
    inside = (places >= batch.start[rows][:, None]) & (places <= batch.end[rows][:, None]) & window_mask
    keys, asked = network.attend(window, inside, state["question"][rows])
    seen_forms = context.gather(1, places)
    words = state["vectors"][:, :network.vectors.shape[1]]
    return dict(keys=keys, inside=inside, window_mask=window_mask, asked=asked, question_mask=state["question_mask"][rows],
                seen_forms=seen_forms, window_words=F.embedding(seen_forms, words), question_words=F.embedding(batch.question[rows], words),
                compared=select(batch.compared[rows], places) * window_mask[..., None])


def yes_score(network, given):
    return network.yes_score(given["keys"], given["inside"], given["window_mask"], given["asked"], given["question_mask"],
                             given["window_words"], given["question_words"], given["compared"])


def sentence_log_probabilities(network, forms, batch, state, rows):
    """Log-probability of every target token of the given rows. -> ([M, L], mask [M, L], log-odds of "yes" [M])"""
    target, lengths, question = batch.target[rows], batch.target_length[rows], batch.question[rows]
    given = attend_to_evidence(network, batch, state, rows)
    window_mask, question_mask, seen_forms = given["window_mask"], given["question_mask"], given["seen_forms"]
    previous = torch.cat([batch.style[rows][:, None], target[:, :-1]], 1)
    inputs = F.embedding(previous, state["vectors"])
    output, gates, seen, heard = network.speak(inputs, given["keys"], given["inside"], window_mask, given["asked"], question_mask)

    generator = network.vectors[:network.generator_size] + network.delta
    words = (F.linear(output, generator) + network.output_bias).float().log_softmax(-1)
    wanted = forms["word"][target]
    sayable = (wanted > 1) & (wanted < network.generator_size)
    said = words.gather(2, (wanted * sayable)[..., None])[..., 0].masked_fill(~sayable, MASKED)
    lower = forms["lower"]
    in_window = (lower[target][:, :, None] == lower[seen_forms][:, None]) & window_mask[:, None]
    in_question = (lower[target][:, :, None] == lower[question][:, None]) & question_mask[:, None]
    copied = seen.masked_fill(~in_window, MASKED).logsumexp(2)
    echoed = heard.masked_fill(~in_question, MASKED).logsumexp(2)
    total = torch.stack([said, copied, echoed], 2) + gates
    return total.logsumexp(2), mask_of(lengths, target.shape[1]), yes_score(network, given)


def polarity_of(forms, batch, rows, polar_words):
    """Whether the sentence of each row begins with "yes" (1), with "no" (0), or with neither (-1). -> [M]"""
    first = forms["word"][batch.target[rows, 0]]
    yes, no = polar_words
    return torch.where(first == yes, 1, torch.where(first == no, 0, -1))


def losses(network, forms, batch, polar_words):
    """Span, answerability, sentence and yes/no losses of a batch, each a scalar."""
    state = read_batch(network, forms, batch)
    has_span = batch.start >= 0
    rows = has_span.nonzero()[:, 0]
    end = network.end_scores(state["memory"], state["evidence_mask"], batch.start)
    span = F.cross_entropy(state["start"][rows], batch.start[rows]) + F.cross_entropy(end[rows], batch.end[rows])
    answerable = F.binary_cross_entropy_with_logits(state["answerable"], has_span.float())
    rows = (has_span & (batch.target_length > 0)).nonzero()[:, 0]
    if len(rows) == 0:
        return span, answerable, span.new_zeros(()), span.new_zeros(())
    log_probabilities, mask, yes = sentence_log_probabilities(network, forms, batch, state, rows)
    weight = mask.float()
    weight[:, 0] = FIRST_WORD_WEIGHT
    sentence = -(log_probabilities * weight).sum() / weight.sum()
    wanted = polarity_of(forms, batch, rows, polar_words)
    polar = wanted >= 0
    loss = F.binary_cross_entropy_with_logits(yes[polar], wanted[polar].float()) if polar.any() else yes.new_zeros(())
    return span, answerable, sentence, loss
