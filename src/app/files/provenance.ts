/** How the labels of a file came to be, as data: what read the rows, how they were found, and what is not among them. */
import models from 'virtual:emotion-models';
import { EmotionClassifier, type Diagnostics } from '../../index';
import type { Exported } from './export';
import type { Job } from './job';
import type { KeptJob } from './kept-job';

/** What is told of a manifest. */
interface Calibrated {
  readonly threshold: number;
  readonly temperature: number;
}

const KEY = 'made-by';

/** What read some rows. A job that goes on later may have several. */
interface Maker {
  readonly version: string;
  readonly model: string | null;
  readonly weights: string | null;
  readonly threshold: number | null;
  readonly temperature: number | null;
  readonly device: Diagnostics['device'];
  readonly arithmetic: Diagnostics['dtype'];
  readonly runtime: string | null;
}

/** Both graphs share one file of weights, whose hash names the model. */
const WEIGHTS = 'weights.bin';

/** Note what reads the rows from now on. */
export async function noteMaker(kept: KeptJob, classifier: EmotionClassifier): Promise<void> {
  const { versions, device, dtype } = classifier.diagnostics;
  const { model } = classifier;
  const storage = EmotionClassifier.storageOf(model);
  const manifest = models.find(({ name }) => name === model)?.manifest as Calibrated | undefined;
  const files = await storage.files().catch(() => []);
  // While an older model serves, what this page was built with says nothing of it.
  const isOlder = (await storage.updateBytes().catch(() => null)) !== null;
  const maker: Maker = {
    version: versions['emotion-tag'],
    model: isOlder ? `an older edition of ${model} that this browser kept` : model,
    weights: isOlder ? null : (files.find(({ path }) => path.includes(WEIGHTS))?.sha256 ?? null),
    threshold: isOlder ? null : (manifest?.threshold ?? null),
    temperature: isOlder ? null : (manifest?.temperature ?? null),
    device,
    arithmetic: dtype,
    runtime: versions.onnxruntime,
  };
  const before = ((await kept.get(KEY)) ?? []) as readonly Maker[];
  if (!before.some((one) => JSON.stringify(one) === JSON.stringify(maker))) await kept.put(KEY, [...before, maker]);
}

/** @param exported the file that it stands beside */
export async function provenanceOf(job: Job, kept: KeptJob, exported: Exported): Promise<unknown> {
  const { choice, accounts, broken, brokenCount, garbledCount, strayCount, readings } = job;
  const { file, format, encoding, layout } = choice.source;
  return {
    made: new Date().toISOString(),
    by: 'emotion-tag',
    readBy: (await kept.get(KEY)) ?? [],
    file: { name: file.name, bytes: file.size, format, encoding, layout: { ...layout, sheets: undefined, lists: undefined } },
    columns: { text: choice.text, date: choice.date, label: choice.label, dayOrder: choice.order },
    rows: { inFile: readings.length, read: readings.read, withStrayMarks: strayCount, withLostCharacters: garbledCount },
    lines: accounts ?? null,
    leftOut: { count: brokenCount, first: broken },
    export: {
      name: exported.name,
      rows: exported.rows,
      formulasMadeSafe: exported.defused,
      charactersLost: exported.lost,
    },
    cite: 'CITATION.cff in the source of emotion-tag, or the app’s page About.',
  };
}
