/** The value below which this share (0 to 1) of the values lies, with a straight line between neighbours (Hyndman and Fan's type 7). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('No values, so no percentile.');
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Figures of one candidate in one round, by name. */
export type Figures<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** The median of each figure over the rounds; a figure that no round has is absent. */
export function medians<Name extends string>(rounds: readonly Figures<Name>[]): Figures<Name> {
  const names = new Set(rounds.flatMap((round) => Object.keys(round) as Name[]));
  const valuesOf = (name: Name): number[] => rounds.map((round) => round[name]).filter((value) => value !== undefined);
  return Object.fromEntries([...names].map((name) => [name, median(valuesOf(name))])) as Figures<Name>;
}
