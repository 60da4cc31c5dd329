/**
 * The least processor time, in ms, that `work` took in so many tries: what it costs by itself. Time on a clock would count
 * whatever else a busy machine does meanwhile, and that falls on long work more than on short.
 */
export function leastEffort(tries: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < tries; run++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
