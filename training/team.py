"""The processes that torchrun started together."""
import os

import torch
import torch.distributed as dist


class Team:
    """The processes that torchrun started together; a team of one without it."""

    def __init__(self):
        self.size, self.rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
        if self.size > 1:
            dist.init_process_group("gloo")

    def sums(self, values):
        """Sums of a list of numbers over the team."""
        total = torch.tensor(values, dtype=torch.float64)
        if self.size > 1:
            dist.all_reduce(total)
        return total.tolist()

    def average_gradients(self, parameters):
        if self.size == 1:
            return
        flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).view(-1) for p in parameters])
        dist.all_reduce(flat)
        for p, grad in zip(parameters, (flat / self.size).split([p.numel() for p in parameters])):
            p.grad = grad.view_as(p)

    def share(self, batches, rng):
        """This process's batches: every process gets one of like length at each step."""
        rounds = [batches[at:at + self.size] for at in range(0, len(batches) - self.size + 1, self.size)]
        rng.shuffle(rounds)
        return [batch[self.rank] for batch in rounds]
