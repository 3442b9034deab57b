"""The network of docs/model.md: a BiLSTM reader with attention both ways and an LSTM speaker with copying.

export.py writes it as the graphs that src/network runs; golden vectors keep the two equal.
Letters: C contexts, N questions, T context tokens, Q question tokens, W window tokens, L target tokens, H hidden.
"""
import torch
from torch import nn
from torch.nn import functional as F

from contextual import SIZE as CONTEXTUAL
from data import COMPARISONS

CHARACTERS, CHARACTER_DIM, FILTERS, WIDTH, FEATURES = 96, 16, 64, 5, 4
H = 128
D = 2 * H
SPEAKER = 256
COMPARED = 64
POLARITY = 72
MASKED = -1e4


def mask_of(lengths, size):
    return torch.arange(size, device=lengths.device)[None] < lengths[:, None]


def select(x, places):
    """x [N, T, D], places [N, K] -> [N, K, D]"""
    return x.gather(1, places[..., None].expand(-1, -1, x.shape[-1]))


class BiLSTM(nn.Module):
    """Both directions over right-padded sequences; the backward one starts at each sequence's own end."""

    def __init__(self, inputs, hidden):
        super().__init__()
        self.forward_lstm = nn.LSTM(inputs, hidden, batch_first=True)
        self.backward_lstm = nn.LSTM(inputs, hidden, batch_first=True)

    def forward(self, x, lengths):
        steps = torch.arange(x.shape[1], device=x.device)[None]
        flipped = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
        ahead, _ = self.forward_lstm(x)
        back, _ = self.backward_lstm(select(x, flipped))
        return torch.cat([ahead, select(back, flipped)], -1)


class Trilinear(nn.Module):
    """Scores a_i.w1 + b_j.w2 + (a_i * w3).b_j (Seo et al. 2017, BiDAF). -> [N, A, B]"""

    def __init__(self, size):
        super().__init__()
        self.left = nn.Linear(size, 1)
        self.right = nn.Linear(size, 1, bias=False)
        self.product = nn.Parameter(torch.empty(size).uniform_(-0.1, 0.1))

    def forward(self, a, b):
        return self.left(a) + self.right(b).transpose(1, 2) + (a * self.product.to(a.dtype)) @ b.transpose(1, 2)


class Comparison(nn.Module):
    """What each token of a question meets in a text and how the two differ (Parikh et al. 2016, decomposable attention).

    question [N, Q, S], text [N, W, S] -> largest and mean comparison over the question's tokens [N, 2 * POLARITY],
    the text as it was compared [N, W, COMPARED]
    """

    def __init__(self, size):
        super().__init__()
        self.project = nn.Linear(size, COMPARED)
        self.compare = nn.Linear(4 * COMPARED, POLARITY)

    def forward(self, question, text, question_mask, text_mask):
        question, text = torch.tanh(self.project(question)), torch.tanh(self.project(text))
        scores = (question @ text.transpose(1, 2)).float().masked_fill(~text_mask[:, None], MASKED)
        met = scores.softmax(2).to(text.dtype) @ text
        compared = F.relu(self.compare(torch.cat([question, met, question * met, (question - met).abs()], 2)))
        compared = compared * question_mask[..., None].to(compared.dtype)
        return torch.cat([compared.amax(1), compared.sum(1) / question_mask.sum(1, keepdim=True).to(compared.dtype)], 1), text


class Network(nn.Module):
    def __init__(self, vectors, generator_size, dropout=0.2):
        super().__init__()
        self.register_buffer("vectors", vectors)              # [V, E] pretrained, kept as they are
        self.delta = nn.Parameter(torch.zeros(generator_size, vectors.shape[1]))  # learnt change of the commonest
        self.generator_size = generator_size
        self.drop = dropout
        size = vectors.shape[1] + FILTERS + FEATURES
        self.character = nn.Embedding(CHARACTERS, CHARACTER_DIM, padding_idx=0)
        self.convolution = nn.Conv1d(CHARACTER_DIM, FILTERS, WIDTH)

        self.encoder = BiLSTM(size + CONTEXTUAL, H)
        self.attention = Trilinear(D)
        self.fuse = nn.Linear(4 * D + 3 + COMPARISONS, D)
        self.model1 = BiLSTM(D, H)
        self.self_attention = Trilinear(D)
        self.self_fuse = nn.Linear(3 * D, D)
        self.model2 = BiLSTM(D, H)
        self.start = nn.Linear(D, 1)
        self.end_token = nn.Linear(D, H)
        self.end_start = nn.Linear(D, H, bias=False)
        self.end = nn.Linear(H, 1)
        self.question_pool = nn.Linear(D, 1)
        self.answerable_hidden = nn.Linear(3 * D, H)
        self.answerable = nn.Linear(H, 1)

        self.memory = nn.Linear(2 * D, SPEAKER)
        self.marker = nn.Parameter(torch.zeros(SPEAKER))
        self.question_memory = nn.Linear(D, SPEAKER)
        self.initial = nn.Linear(2 * SPEAKER, SPEAKER)
        self.speaker1 = nn.LSTM(size, SPEAKER, batch_first=True)
        self.look1 = nn.Linear(SPEAKER, 2 * SPEAKER)
        self.speaker2 = nn.LSTM(3 * SPEAKER, SPEAKER, batch_first=True)
        self.look2 = nn.Linear(SPEAKER, 2 * SPEAKER)
        self.output = nn.Linear(3 * SPEAKER, vectors.shape[1])
        self.output_bias = nn.Parameter(torch.zeros(generator_size))
        self.gates = nn.Linear(3 * SPEAKER, 3)
        self.compare_meanings = Comparison(SPEAKER)
        self.compare_words = Comparison(vectors.shape[1])
        self.polarity_hidden = nn.Linear(4 * POLARITY + (2 + COMPARED) * COMPARISONS, POLARITY)
        self.polarity = nn.Linear(POLARITY, 1)

    def dropout(self, x):
        """Dropout with one mask for all steps of a sequence."""
        if not self.training or self.drop == 0:
            return x
        keep = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.drop)
        return x * (keep / (1 - self.drop))

    def word_matrix(self):
        head = self.vectors[:self.generator_size] + self.delta
        return torch.cat([head, self.vectors[self.generator_size:]])

    def embed(self, forms):
        """Vectors of the batch's distinct forms. -> [U, E + FILTERS + FEATURES]"""
        word = forms["word"]
        common = word < self.generator_size
        vector = F.embedding(word, self.vectors) + F.embedding(word * common, self.delta) * common[:, None]
        characters = self.character(forms["characters"]).transpose(1, 2)
        shape = F.relu(self.convolution(characters)).amax(2)
        return torch.cat([vector, shape, forms["features"]], 1)

    def encode(self, vectors, places, contextual, lengths):
        """vectors [U, E'] of forms, places [B, T] of them, contextual [B, T, CONTEXTUAL] -> [B, T, D]"""
        words = torch.cat([F.embedding(places, vectors), contextual.to(vectors.dtype)], 2)
        return self.encoder(self.dropout(words), lengths)

    def read(self, context, question, match, context_mask, question_mask):
        """context [N, T, D], question [N, Q, D], match [N, T, 3 + COMPARISONS] -> memory [N, T, D]"""
        scores = self.attention(context, question).float()
        scores = scores.masked_fill(~question_mask[:, None], MASKED)
        to_question = scores.softmax(2).to(question.dtype) @ question
        weight = scores.amax(2).masked_fill(~context_mask, MASKED).softmax(1).to(context.dtype)
        to_context = (weight[:, None] @ context).expand_as(context)
        fused = torch.cat([context, to_question, context * to_question, context * to_context, match.to(context.dtype)], 2)
        fused = F.relu(self.fuse(self.dropout(fused)))
        lengths = context_mask.sum(1)
        first = self.model1(self.dropout(fused), lengths)
        scores = self.self_attention(first, first).float().masked_fill(~context_mask[:, None], MASKED)
        scores = scores.masked_fill(torch.eye(scores.shape[1], dtype=torch.bool, device=scores.device), MASKED)
        other = scores.softmax(2).to(first.dtype) @ first
        own = F.relu(self.self_fuse(self.dropout(torch.cat([first, other, first * other], 2))))
        return self.model2(self.dropout(fused + own), lengths)

    def start_scores(self, memory, evidence_mask):
        return self.start(self.dropout(memory))[..., 0].float().masked_fill(~evidence_mask, MASKED)

    def end_scores(self, memory, evidence_mask, start):
        """End scores given a start. start [N] -> [N, T]"""
        begin = select(memory, start.clamp(min=0)[:, None])
        scores = self.end(torch.tanh(self.end_token(memory) + self.end_start(begin)))[..., 0].float()
        steps = torch.arange(scores.shape[1], device=scores.device)
        return scores.masked_fill(~evidence_mask | (steps[None] < start[:, None]), MASKED)

    def answerability(self, memory, question, start_scores, context_mask, question_mask):
        """Log-odds of an answer, normalised together with the start scores (Clark & Gardner 2018). -> [N]"""
        at_start = start_scores.softmax(1).to(memory.dtype)[:, None] @ memory
        peak = memory.masked_fill(~context_mask[..., None], MASKED).amax(1)
        weight = self.question_pool(question)[..., 0].float().masked_fill(~question_mask, MASKED).softmax(1)
        asked = weight.to(question.dtype)[:, None] @ question
        summary = torch.cat([at_start[:, 0], peak, asked[:, 0]], 1)
        bonus = self.answerable(F.relu(self.answerable_hidden(summary)))[:, 0].float()
        return bonus + start_scores.logsumexp(1)

    def yes_score(self, keys, inside, window_mask, asked, question_mask, window_words, question_words, compared):
        """Log-odds of "yes" against "no". window_words [M, W, E], question_words [M, Q, E], compared [M, W, COMPARISONS] -> [M]"""
        meanings, said = self.compare_meanings(asked, keys, question_mask, window_mask)
        words, _ = self.compare_words(self.dropout(question_words), self.dropout(window_words), question_mask, window_mask)
        held = compared.to(said.dtype)
        inside = inside[..., None].to(said.dtype)
        where = (held.transpose(1, 2) @ said / held.sum(1).clamp(min=1)[..., None]).flatten(1)  # what is said of quantities that compare so
        both = self.dropout(torch.cat([meanings, words, where], 1)[:, None])[:, 0]
        summary = torch.cat([both, (held * inside).amax(1), (held * (1 - inside)).amax(1)], 1)
        return self.polarity(F.relu(self.polarity_hidden(summary)))[:, 0].float()

    def attend(self, window, inside, question):
        """What the speaker attends to. window [M, W, 2D], inside [M, W], question [M, Q, D] -> keys [M, W, S], asked [M, Q, S]"""
        keys = self.memory(self.dropout(window)) + inside[..., None].to(window.dtype) * self.marker.to(window.dtype)
        return keys, self.question_memory(self.dropout(question))

    def speak(self, inputs, keys, inside, window_mask, asked, question_mask):
        """Teacher-forced speaker. inputs [M, L, E'], keys [M, W, S], inside [M, W], asked [M, Q, S].

        -> output [M, L, E] to be compared with word vectors, gate log-probabilities [M, L, 3],
           attention log-probabilities over window [M, L, W] and question [M, L, Q]
        """
        marked = (keys * inside[..., None].to(keys.dtype)).sum(1) / inside.sum(1, keepdim=True).clamp(min=1).to(keys.dtype)
        peak = asked.masked_fill(~question_mask[..., None], MASKED).amax(1)
        state = torch.tanh(self.initial(torch.cat([marked, peak], 1)))[None].contiguous()
        first, _ = self.speaker1(self.dropout(inputs), (state, torch.zeros_like(state)))

        def look(hidden, layer):
            to_window, to_question = layer(hidden).chunk(2, -1)
            seen = (to_window @ keys.transpose(1, 2)).float().masked_fill(~window_mask[:, None], MASKED).log_softmax(2)
            heard = (to_question @ asked.transpose(1, 2)).float().masked_fill(~question_mask[:, None], MASKED).log_softmax(2)
            return seen, heard, torch.cat([hidden, seen.exp().to(keys.dtype) @ keys, heard.exp().to(keys.dtype) @ asked], -1)

        _, _, glimpse = look(first, self.look1)
        second, _ = self.speaker2(self.dropout(glimpse), (state, torch.zeros_like(state)))
        seen, heard, state = look(second, self.look2)
        state = self.dropout(state)
        return torch.tanh(self.output(state)), self.gates(state).float().log_softmax(-1), seen, heard
