import { SingleBar, Presets } from 'cli-progress';

export interface Progress {
  update(step: string, done: number, total: number): void;
  stop(): void;
}

/** A progress bar on a terminal, one JSON line for each step otherwise. Writes to standard error. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({ format: '{bar} {percentage}% {step}', hideCursor: true, stream }, Presets.shades_classic);
  bar.start(1, 0, { step: '' });
  return {
    update: (step, done, total) => {
      bar.setTotal(Math.max(1, total));
      bar.update(done, { step });
    },
    stop: () => {
      bar.stop();
    },
  };
}

function lineProgress(stream: NodeJS.WriteStream): Progress {
  const started = Date.now();
  return {
    update: (step, done, total) => {
      stream.write(`${JSON.stringify({ step, done, total, seconds: (Date.now() - started) / 1000 })}\n`);
    },
    stop: () => undefined,
  };
}
