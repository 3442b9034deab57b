"""The exported graphs say what the network says: one text at a time, on questions of every length."""
import os

import onnxruntime
import pytest
import torch

from data import make_batch
from export import graphs, write_graph
from losses import attend_to_evidence, match_flags, read_batch, sentence_log_probabilities, yes_score
from network import mask_of


@pytest.fixture(scope="module")
def sessions(tmp_path_factory, network):
    place = tmp_path_factory.mktemp("graphs")
    opened = {}
    for name, graph in graphs(network).items():
        path = os.path.join(place, f"{name}.onnx")
        write_graph(name, *graph, path)
        opened[name] = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return opened


def run(sessions, name, **inputs):
    feed = {key: value.numpy() if isinstance(value, torch.Tensor) else value for key, value in inputs.items()}
    session = sessions[name]
    return dict(zip([o.name for o in session.get_outputs()], map(torch.from_numpy, session.run(None, feed))))


@torch.inference_mode()
@pytest.mark.parametrize("row", [0, 1])
def test_graphs_read_and_speak_as_the_network_does(sessions, network, shard, contextual, row):
    batch = make_batch(shard, [row], contextual)
    forms = {name: values[batch.forms] for name, values in shard.forms.items()}
    state = read_batch(network, forms, batch)
    embedded = run(sessions, "embed", words=forms["word"], characters=forms["characters"], features=forms["features"])["forms"]
    places = torch.arange(batch.context.shape[1]), torch.arange(batch.question.shape[1])
    context = run(sessions, "encode", forms=embedded[batch.context[0]], pieces=batch.context_vectors[0], first=places[0])["hidden"]
    question = run(sessions, "encode", forms=embedded[batch.question[0]], pieces=batch.question_vectors[0], first=places[1])["hidden"]
    torch.testing.assert_close(context, state["context"][0], atol=1e-5, rtol=1e-4)
    match = torch.cat([match_flags(forms, batch.context, batch.question, mask_of(batch.question_length, batch.question.shape[1])), batch.compared], 2)[0]
    evidence = state["evidence_mask"][0].float()
    read = run(sessions, "read", context=context, question=question, match=match, evidence=evidence)
    torch.testing.assert_close(read["start"], state["start"][0], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(read["answerable"], state["answerable"], atol=1e-4, rtol=1e-4)
    start = state["start"].argmax(1)
    end = run(sessions, "ends", memory=read["memory"], starts=start, evidence=evidence)["end"]
    torch.testing.assert_close(end, network.end_scores(state["memory"], state["evidence_mask"], start), atol=1e-4, rtol=1e-4)

    first, last = batch.window[0].tolist()
    rows = torch.tensor([0])
    given = attend_to_evidence(network, batch, state, rows)
    opened = run(sessions, "open", context=context[first:last], memory=read["memory"][first:last], inside=given["inside"][0].float(), question=question,
                 window_forms=embedded[batch.context[0, first:last]], question_forms=embedded[batch.question[0]], compared=batch.compared[0, first:last])
    torch.testing.assert_close(opened["yes"], yes_score(network, given), atol=1e-4, rtol=1e-4)

    words, _, _ = sentence_log_probabilities(network, forms, batch, state, rows)
    spoken = {"first_hidden": opened["state"], "first_cell": torch.zeros_like(opened["state"])}
    spoken |= {"second_hidden": opened["state"], "second_cell": torch.zeros_like(opened["state"])}
    said, target = batch.style[0], batch.target[0]
    for step in range(int(batch.target_length[0])):
        out = run(sessions, "step", inputs=embedded[said][None], keys=opened["keys"], asked=opened["asked"], **spoken)
        lower = forms["lower"]
        same = lambda texts: (lower[texts] == lower[target[step]]).float()
        word = forms["word"][target[step]].item()
        share = out["gates"][0, 0] * (out["said"][0, word] if 1 < word < network.generator_size else 0)
        share = share + out["gates"][0, 1] * (out["window"][0] * same(batch.context[0, first:last])).sum()
        share = share + out["gates"][0, 2] * (out["question"][0] * same(batch.question[0])).sum()
        torch.testing.assert_close(share.log(), words[0, step], atol=1e-3, rtol=1e-3)
        spoken = {name[5:]: value for name, value in out.items() if name.startswith("next_")}
        said = target[step]
