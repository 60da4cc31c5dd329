import { Worker } from "node:worker_threads";
import type { Tasks } from "./tasks";

export interface Question<N extends keyof Tasks> { task: N; input: Parameters<Tasks[N]>[0] }
export type Answer = { ok: true; value: unknown } | { ok: false; name: string; message: string; stack: string };

/** Why a task came to nothing: its time was up, it needed too much memory, or too many wait already. */
export type WhyEnded = "document-too-slow" | "document-too-heavy" | "readers-busy";
export type Ran<T> = { done: true; value: T } | { done: false; why: WhyEnded };

interface Job { question: Question<keyof Tasks>; limit: number; end: (ran: Ran<unknown>) => void; fail: (error: Error) => void }

export interface ThreadOptions {
  /** The file of the thread's program; asked for whenever a thread begins. */
  place: () => string;
  /** Most tasks that may wait; more are turned away. */
  waiting: number;
  /** Most memory for one document, in MiB: the thread ends at it, not the process. */
  memory?: number;
  /** Whether the program may have changed since the thread began (while developing). */
  changed?: () => boolean;
}

const usualMemory = 768;
/** A task for which this process got less than half a core goes on for at most so many times its limit. */
const mostStarved = 3;
/** A thread that nobody needed for this long, in ms, gives its memory back. */
const idle = 60_000;

/**
 * One thread that works through tasks in their order. A task beyond its time is ended together with the thread, and the
 * next one begins in a new one, so whatever a document does costs its limit and nobody else.
 */
export class Thread {
  private worker: Worker | null = null;
  private job: Job | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly waiting: Job[] = [];

  constructor(private readonly options: ThreadOptions) {}

  /** @param limit in ms, from when the thread takes the task up */
  run<N extends keyof Tasks>(task: N, input: Parameters<Tasks[N]>[0], limit: number): Promise<Ran<ReturnType<Tasks[N]>>> {
    if (this.waiting.length >= this.options.waiting) return Promise.resolve({ done: false, why: "readers-busy" });
    return new Promise((resolve, fail) => {
      // The worker answers with what the task of that name returned, and nothing else answers.
      const end = resolve as (ran: Ran<unknown>) => void;
      this.waiting.push({ question: { task, input }, limit, end, fail });
      this.next();
    });
  }

  private next(): void {
    if (this.job) return;
    clearTimeout(this.timer);
    const job = this.waiting.shift();
    if (!job) {
      this.timer = setTimeout(() => this.drop(), idle).unref();
      this.worker?.unref();
      return;
    }
    this.job = job;
    if (this.worker && this.options.changed?.()) this.drop();
    try {
      const worker = (this.worker ??= this.begin());
      worker.ref();
      this.expire(job, process.cpuUsage(), job.limit);
      worker.postMessage(job.question);
    } catch (error) {
      this.stop(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Ends the task when its time is up: wall-clock, but a machine too busy to work on it at all is not the document's fault. */
  private expire(job: Job, began: NodeJS.CpuUsage, wait: number, waited = 0): void {
    this.timer = setTimeout(() => {
      const { user, system } = process.cpuUsage(began);
      const starved = (user + system) / 1_000 < job.limit / 2 && waited + wait < mostStarved * job.limit;
      if (starved) this.expire(job, began, job.limit / 4, waited + wait);
      else this.stop({ done: false, why: "document-too-slow" });
    }, wait);
  }

  private begin(): Worker {
    // The server's own secrets and preloaded modules are nothing to a reader of other people's files.
    const worker = new Worker(this.options.place(), { name: "documents", env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: this.options.memory ?? usualMemory } });
    const own = (act: () => void) => () => (this.worker === worker ? act() : undefined);
    worker.on("message", (answer: Answer) => own(() => this.finish(answer))());
    worker.on("error", (error: Error & { code?: string }) => {
      own(() => this.stop(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { done: false, why: "document-too-heavy" } : error))();
    });
    worker.on("exit", own(() => this.stop(new Error("The thread that reads documents ended by itself."))));
    return worker;
  }

  private finish(answer: Answer): void {
    const job = this.job;
    this.job = null;
    if (answer.ok) job?.end({ done: true, value: answer.value });
    // Nesting that no limit foresaw: it is the document that asks too much, not the program that fails.
    else if (answer.name === "RangeError" && answer.message.includes("call stack")) job?.end({ done: false, why: "document-too-heavy" });
    else job?.fail(Object.assign(new Error(answer.message), { name: answer.name, stack: answer.stack }));
    this.next();
  }

  /** Ends the thread, and the task with it; the next one gets a new thread. */
  private stop(how: Ran<never> | Error): void {
    const job = this.job;
    this.job = null;
    this.drop();
    if (how instanceof Error) job?.fail(how);
    else job?.end(how);
    this.next();
  }

  private drop(): void {
    const worker = this.worker;
    this.worker = null;
    void worker?.terminate();
  }
}
