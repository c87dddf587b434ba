/** Figures of a labelled file whose rows may know less than a label each, or more. */
import { metricsOf, outcomeOf, type Metrics } from '../../src/tables/metrics';
import type { Emotion } from '../../src/shared/emotions';
import type { Reading } from '../../src/shared/reading';
import type { Row } from './rows';

/** Shares from 0 to 1, `null` where there is nothing to count. */
export interface Figures extends Metrics {
  /** Rows with several labels, where the strongest emotion counts as right if it is any of them. Not among the figures above. */
  readonly several?: {
    readonly rows: number;
    readonly right: number | null;
    readonly answered: number | null;
    readonly ece: number | null;
  };
  /** Praise that is called sadness, anger or fear, and complaints that are called joy or love, among those that got a label. */
  readonly praise?: Contradicted;
  readonly complaints?: Contradicted;
  /** Of each `kind`, how many rows are shown right: the label, any of several, or none for neutral. */
  readonly kinds?: Readonly<Record<string, readonly [right: number, rows: number]>>;
}

interface Contradicted {
  readonly rows: number;
  readonly answered: number | null;
  readonly contradicted: number | null;
}

const AGAINST: Readonly<Record<'positive' | 'negative', readonly Emotion[]>> = {
  positive: ['sadness', 'anger', 'fear'],
  negative: ['joy', 'love'],
};

interface Read {
  readonly row: Row;
  readonly reading: Reading;
}

/** @param readings one for each row, in order */
export function figuresOf(rows: readonly Row[], readings: readonly Reading[]): Figures {
  const read = rows.flatMap((row, i): Read[] => {
    const reading = readings[i];
    return reading ? [{ row, reading }] : [];
  });
  const single = read.flatMap(({ row, reading }) => ('label' in row ? [outcomeOf(row.label, reading)] : []));
  // Whichever of several labels was hit is the true one; where none was, the first.
  const several = read.flatMap(({ row, reading }) => {
    if (!('labels' in row)) return [];
    const guess = reading.scores[0]?.label;
    return [outcomeOf(row.labels.find((label) => label === guess) ?? row.labels[0]!, reading)];
  });
  const ofSeveral = metricsOf(several);
  const praise = contradictedIn(read, 'positive');
  const complaints = contradictedIn(read, 'negative');
  const kinds = kindsIn(read);
  return {
    ...metricsOf(single),
    ...(several.length > 0 && {
      several: { rows: several.length, right: ofSeveral.accuracy, answered: ofSeveral.answered, ece: ofSeveral.ece },
    }),
    ...(praise.rows > 0 && { praise }),
    ...(complaints.rows > 0 && { complaints }),
    ...(Object.keys(kinds).length > 0 && { kinds }),
  };
}

function contradictedIn(read: readonly Read[], polarity: 'positive' | 'negative'): Contradicted {
  const labels = read.flatMap(({ row, reading }) => ('polarity' in row && row.polarity === polarity ? [reading.label] : []));
  const labelled = labels.filter((label) => label !== null);
  const against = labelled.filter((label) => AGAINST[polarity].includes(label));
  return {
    rows: labels.length,
    answered: labels.length === 0 ? null : labelled.length / labels.length,
    contradicted: labelled.length === 0 ? null : against.length / labelled.length,
  };
}

function kindsIn(read: readonly Read[]): Record<string, [right: number, rows: number]> {
  const kinds: Record<string, [number, number]> = {};
  for (const { row, reading } of read) {
    if (row.kind === undefined) continue;
    const counts = (kinds[row.kind] ??= [0, 0]);
    counts[0] += Number(isShownRight(row, reading.label));
    counts[1]++;
  }
  return kinds;
}

function isShownRight(row: Row, label: Emotion | null): boolean {
  if ('labels' in row) return label !== null && row.labels.includes(label);
  if ('label' in row) return label === (row.label === 'neutral' ? null : row.label);
  return row.polarity === 'neutral' || label === null || !AGAINST[row.polarity].includes(label);
}
