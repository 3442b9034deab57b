"""What a run leaves on the disk: where it can go on, its best weights, and where they came from."""
import hashlib
import math
import os
import subprocess

import torch


class Checkpoint:
    """`checkpoint.pt` to go on from, `best.pt` for export.py, in the run's folder."""

    def __init__(self, options, device):
        self.device = device
        self.path, self.best = (os.path.join(options.out, name) for name in ("checkpoint.pt", "best.pt"))
        self.origin = {"options": vars(options), "commit": commit(), "shards": digest(os.path.join(options.shards, "train", "shard.bin"))}

    def resume(self, network, average, optimizer):
        """Puts back what was saved. -> step, seconds spent, best score, evaluations since, epoch"""
        if not os.path.exists(self.path):
            return 0, 0.0, -math.inf, 0, 0
        saved = torch.load(self.path, map_location=self.device, weights_only=False)
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        return tuple(saved[name] for name in ("step", "spent", "best", "waited", "epoch"))

    def save(self, network, average, optimizer, **state):
        saved = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(), "origin": self.origin, **state}
        torch.save(saved, self.path + ".part")
        os.replace(self.path + ".part", self.path)

    def keep_best(self, average, scores, step, spent):
        saved = {"network": average.state_dict(), "scores": scores, "step": step, "minutes": spent / 60, "origin": self.origin}
        torch.save(saved, self.best)


def commit():
    """Of the code that trains; None outside a checkout."""
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=os.path.dirname(os.path.abspath(__file__)))
    return asked.stdout.strip() or None


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
