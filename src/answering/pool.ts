import { Piscina } from 'piscina';
import { AssistantError } from '../assistant/errors';
import { FairQueue } from './fair-queue';

export interface PoolOptions {
  /** A compiled module whose exported functions are the tasks. */
  readonly filename: string;
  readonly workerData: unknown;
  readonly workers: number;
  /** Longest time a question may take, waiting included, in milliseconds. */
  readonly deadlineMs: number;
}

/** A task to run: the name of an exported function, and what it is given. */
export interface Task {
  readonly name: string;
  readonly input: object;
  /** Is told what the worker posts before the task is done. */
  readonly onNotice?: ((content: unknown) => void) | undefined;
}

/** What a worker posts before a task is done; the task's input holds its number as `job`. */
export interface Notice {
  readonly job: number;
  readonly content: unknown;
}

interface Job extends Task {
  readonly id: number;
  /** For questions: whose time is measured. */
  readonly isQuestion: boolean;
  readonly settle: (error: unknown, result?: unknown) => void;
  isRetried: boolean;
}

/** Of a question, before any has been measured. */
const FIRST_GUESS_MS = 100;
/** What the latest question counts in the moving average of their times. */
const LATEST_WEIGHT = 0.1;
const COMMON_LINE = '';

/**
 * Warm workers with a line of their own in front, since in Piscina's heads of the line starve. A question is one task and is
 * never aborted, which would cost a warm worker. What could not be answered in time is refused at once.
 */
export class Pool {
  /** Short tasks that a question waits for, and those of a crashed worker. */
  private readonly urgent: Job[] = [];
  private readonly questions = new FairQueue<Job>();
  /** Work that nobody waits for in front of a screen. */
  private readonly patient: Job[] = [];
  /** Tasks that every worker does when there is nothing else to do. */
  private readonly everywhere: Task[] = [];
  private readonly running = new Map<number, Job>();
  private readonly threads: Piscina<object, unknown>;
  private lastId = 0;
  private questionMs = FIRST_GUESS_MS;

  constructor(private readonly options: PoolOptions) {
    const { filename, workerData, workers } = options;
    this.threads = new Piscina({ filename, workerData, minThreads: workers, maxThreads: workers, idleTimeout: Infinity });
    this.threads.on('message', ({ job, content }: Notice) => this.running.get(job)?.onNotice?.(content));
    // The task of a crashed worker fails by itself; a worker that crashes without one has nobody to tell.
    this.threads.on('error', () => undefined);
  }

  /** Runs a task in each worker, at the start. */
  start(name: string): Promise<unknown[]> {
    return Promise.all(this.threads.threads.map(() => this.threads.run({}, { name })));
  }

  /**
   * A question: within the deadline, and callers take turns. Throws AssistantError `busy` when it would wait longer than that, and
   * `too-slow` when it does all the same.
   */
  async ask(task: Task, caller = COMMON_LINE): Promise<unknown> {
    this.refuseIfLate(caller);
    let job: Job | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        job = this.newJob(task, true, resolve, reject);
        timer = setTimeout(() => reject(tooSlow()), this.options.deadlineMs);
        this.questions.push(caller, job);
        this.dispatch();
      });
    } finally {
      clearTimeout(timer);
      if (job) this.questions.remove(caller, job);
    }
  }

  /** A short task that a question waits for. */
  hurry(task: Task): Promise<unknown> {
    return this.enqueue(this.urgent, task);
  }

  /** A task that may wait until no question does. */
  later(task: Task): Promise<unknown> {
    return this.enqueue(this.patient, task);
  }

  /** Has every worker do a task when all are idle; what goes wrong with it is forgotten. */
  eventually(task: Task): void {
    this.everywhere.push(task);
    this.dispatch();
  }

  get waitingEverywhere(): number {
    return this.everywhere.length;
  }

  /** Ends what waits, lets what runs come to its end - a worker must not be torn out of native code - and ends the workers. */
  close(): Promise<void> {
    this.everywhere.length = 0;
    for (const { settle } of this.patient.splice(0)) settle(new Error('The model is being closed.'));
    return this.threads.close();
  }

  private enqueue(line: Job[], task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      line.push(this.newJob(task, false, resolve, reject));
      this.dispatch();
    });
  }

  private newJob(task: Task, isQuestion: boolean, resolve: (result: unknown) => void, reject: (error: unknown) => void): Job {
    this.lastId += 1;
    const settle: Job['settle'] = (error, result) => (error === undefined ? resolve(result) : reject(error));
    return { ...task, id: this.lastId, isQuestion, settle, isRetried: false };
  }

  private refuseIfLate(caller: string): void {
    const waitMs = ((this.questions.ahead(caller) + this.running.size) / this.options.workers) * this.questionMs;
    const isIdle = this.running.size < this.options.workers;
    if (isIdle || waitMs + this.questionMs <= this.options.deadlineMs) return;
    throw new AssistantError('busy', 'Too many questions are waiting. Ask again in a few seconds.', {
      retryAfterSeconds: Math.ceil(waitMs / 1000),
    });
  }

  private dispatch(): void {
    while (this.running.size < this.options.workers) {
      const job = this.urgent.shift() ?? this.questions.shift() ?? this.patient.shift();
      if (!job) break;
      void this.run(job);
    }
    if (this.running.size > 0) return;
    const task = this.everywhere.shift();
    if (!task) return;
    for (let worker = 0; worker < this.options.workers; worker += 1) void this.run(this.newJob(task, false, ignore, ignore));
  }

  /** A task that fails is tried once more: its worker may have crashed, and has been replaced. */
  private async run(job: Job): Promise<void> {
    this.running.set(job.id, job);
    const started = performance.now();
    try {
      const result = await this.threads.run({ ...job.input, job: job.id }, { name: job.name });
      if (job.isQuestion) this.questionMs += LATEST_WEIGHT * (performance.now() - started - this.questionMs);
      job.settle(undefined, result);
    } catch (error) {
      if (job.isRetried) job.settle(error);
      else this.urgent.unshift({ ...job, isRetried: true });
    }
    this.running.delete(job.id);
    this.dispatch();
  }
}

function tooSlow(): AssistantError {
  return new AssistantError('too-slow', 'Finding the answer took too long. Ask again, or give a shorter text.');
}

function ignore(): void {
  // Nobody waits for it.
}
