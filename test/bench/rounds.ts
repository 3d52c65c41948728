/**
 * Method: every task runs on the same inputs in one process, in short interleaved rounds, so that a busy neighbour slows
 * all of them alike; what is compared is the median of CPU time (user + system of this process), not wall time. Inputs
 * differ from one another, so that nothing is answered from a memory of the last call, and results are kept observable.
 */
import { loadavg } from 'node:os';

export type Task = { readonly name: string; readonly run: (index: number) => unknown };

export type Timing = { readonly name: string; readonly microseconds: number; readonly p99: number };

const cpuMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

let sink = 0;

/** Keeps the optimiser from proving that a result is never looked at. */
const observe = (value: unknown): void => {
  sink += typeof value === 'string' ? value.length : value === undefined ? 0 : 1;
};

/** Runs tasks over `inputs` indices, `rounds` times each, and gives the median CPU time of one call. */
export function compare(tasks: readonly Task[], inputs: number, rounds = 31): Timing[] {
  const samples = tasks.map((): number[] => []);
  const runOnce = (task: Task): number => {
    const start = cpuMicroseconds();
    for (let index = 0; index < inputs; index++) observe(task.run(index));
    return (cpuMicroseconds() - start) / inputs;
  };
  for (const task of tasks) for (let warm = 0; warm < 5; warm++) runOnce(task);
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    for (const [index, task] of tasks.entries()) samples[index]?.push(runOnce(task));
  }
  return tasks.map(({ name }, index) => {
    const sorted = (samples[index] ?? []).sort((a, b) => a - b);
    return { name, microseconds: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  });
}

/** Measures single calls by wall clock, for the tail of the distribution. Returns microseconds. */
export function tail(run: (index: number) => unknown, calls: number): { p50: number; p99: number; max: number } {
  for (let index = 0; index < 2000; index++) observe(run(index));
  const times: number[] = [];
  for (let index = 0; index < calls; index++) {
    const start = process.hrtime.bigint();
    observe(run(index));
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1) };
}

/** Prints a table of one comparison: microseconds, calls a second, and the ratio to the task named `floor`. */
export function print(title: string, timings: readonly Timing[], floor: string): void {
  const base = timings.find(({ name }) => name === floor)?.microseconds ?? Number.NaN;
  process.stdout.write(`\n${title}\n`);
  for (const { name, microseconds } of timings) {
    const perSecond = Math.round(1e6 / microseconds).toLocaleString('en');
    const ratio = (microseconds / base).toFixed(2);
    process.stdout.write(
      `  ${name.padEnd(44)} ${microseconds.toFixed(2).padStart(9)} us ${perSecond.padStart(10)}/s ${ratio.padStart(7)} x\n`,
    );
  }
}

/** Says under what conditions the figures were taken. */
export function printConditions(): void {
  const [one = 0, five = 0] = loadavg();
  process.stdout.write(
    `Node ${process.version}, V8 ${process.versions.v8}, load average ${one.toFixed(2)} (1 min) ${five.toFixed(2)} (5 min), ` +
      `median CPU time of interleaved rounds, sink ${sink > 0 ? 'used' : 'unused'}\n`,
  );
}
