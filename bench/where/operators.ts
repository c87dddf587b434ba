/** What the nodes of a graph take, from the profile that the runtime writes to the console as Chrome's traces are. */
interface TraceEvent {
  readonly cat: string;
  readonly dur: number;
  readonly name: string;
  readonly args: { readonly op_name?: string };
}

/** Microseconds of each operator, all its nodes and all runs together, the most first. The first run, which allocates, is left out. */
export function operatorsIn(profile: string, runs: number): [operator: string, microseconds: number][] {
  const events = (JSON.parse(profile) as TraceEvent[]).filter(({ cat, name }) => cat === 'Node' && name.endsWith('_kernel_time'));
  const first = events.length / runs;
  const sums = new Map<string, number>();
  for (const { dur, args } of events.slice(first)) {
    const operator = args.op_name ?? 'unknown';
    sums.set(operator, (sums.get(operator) ?? 0) + dur);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}
