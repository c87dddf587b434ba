import { EMOTIONS } from './emotions';
import { ClassifierError } from './errors';
import type { Calibration } from './reading';

/** One file of the model, as it was when this code was built. */
export interface ModelFile {
  /** Relative to the model folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Of a file that is packed for the way, and only of one: what is unpacked and run. */
  readonly raw?: { readonly bytes: number; readonly sha256: string };
}

/** How the path of a packed file ends. Not `.gz`: hosts send such files as encoded, and browsers unpack them before their hash is taken. */
const PACKED = '.gzip';

/** A sentence with the logits (6) that the exported model gives for it. */
export interface GoldenSentence {
  readonly text: string;
  readonly logits: readonly number[];
}

/** What training says of the model that it wrote. Compiled into the bundle, so that fetched bytes are checked against trusted ones. */
export interface Manifest extends Calibration {
  /** What pages choose it by. The first edition wrote none. */
  readonly name?: string;
  readonly files: readonly ModelFile[];
  /** Longest input of the model, in tokens, `[CLS]` and `[SEP]` included. */
  readonly maxTokens: number;
  readonly golden: readonly GoldenSentence[];
}

interface WrittenManifest extends Manifest {
  readonly labels: readonly string[];
}

/** More than any browser gives a page in one piece, in bytes. */
const MOST_BYTES = 2 ** 31;
/** Tokens: between the two that every text has and the widest windows that there are. */
const LEAST_TOKENS = 3;
const MOST_TOKENS = 2 ** 17;

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const isMatch = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);

/** Plain data of which nothing is known yet. */
type Unknown<T> = { readonly [K in keyof T]?: unknown } | null | undefined;

const isHashed = (value: unknown): boolean => {
  const facts = value as Unknown<Omit<ModelFile, 'path'>>;
  return isWhole(facts?.bytes, 1, MOST_BYTES) && isMatch(facts?.sha256, /^[0-9a-f]{64}$/);
};

/** Below the model's folder, whatever an entry in a cache says: no scheme, no host, no way up. */
const PATH = /^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/;

/** It becomes a part of folders and keys. */
const NAME = /^[a-z][a-z0-9-]*$/;

function isModelFile(value: unknown): value is ModelFile {
  const file = value as Unknown<ModelFile>;
  const path = file?.path;
  return isMatch(path, PATH) && isHashed(file) && (path.endsWith(PACKED) ? isHashed(file?.raw) : file?.raw === undefined);
}

function isGolden(value: unknown): value is GoldenSentence {
  const golden = value as Unknown<GoldenSentence>;
  return (
    typeof golden?.text === 'string' &&
    Array.isArray(golden.logits) &&
    golden.logits.length === EMOTIONS.length &&
    golden.logits.every(Number.isFinite)
  );
}

function isManifest(value: unknown): value is WrittenManifest {
  const m = value as Unknown<WrittenManifest>;
  return (
    Array.isArray(m?.files) &&
    m.files.every(isModelFile) &&
    (m.name === undefined || isMatch(m.name, NAME)) &&
    new Set(m.files.map(({ path }) => path)).size === m.files.length &&
    Array.isArray(m.golden) &&
    m.golden.every(isGolden) &&
    Number.isFinite(m.temperature) &&
    (m.temperature as number) > 0 &&
    typeof m.threshold === 'number' &&
    m.threshold >= 0 &&
    m.threshold <= 1 &&
    isWhole(m.maxTokens, LEAST_TOKENS, MOST_TOKENS) &&
    Array.isArray(m.labels) &&
    m.labels.join() === EMOTIONS.join()
  );
}

/**
 * A manifest that came as plain data.
 * @throws {ClassifierError} `model-corrupt` if it is not one of ours
 */
export function parseManifest(value: unknown): Manifest {
  if (!isManifest(value)) {
    throw new ClassifierError(
      'model-corrupt',
      `model/manifest.json is not a manifest for the labels ${EMOTIONS.join(', ')}. It is written by training/export.py.`,
    );
  }
  return value;
}

/** What a file is called where it is run: its path, unpacked. */
export const runName = ({ path }: Pick<ModelFile, 'path'>): string =>
  path.endsWith(PACKED) ? path.slice(0, -PACKED.length) : path;

/** What a model is called: pages choose it by this, and its later editions are known by it. When there was one model, it was this one. */
export const nameOf = ({ name = 'research' }: Manifest): string => name;

/** What tells a model from all others: the start of the hash of its weights, which its graphs have in common. */
export const weightsHash = ({ files }: Manifest): string =>
  (files.find(({ path }) => path.startsWith('onnx/weights')) ?? files[0])?.sha256.slice(0, 16) ?? '';

/** The files that a start on these devices needs: the small ones, the weights, and each device's graph. */
export function filesFor(manifest: Manifest, devices: readonly ('wasm' | 'webgpu')[]): ModelFile[] {
  const others = (['wasm', 'webgpu'] as const).filter((device) => !devices.includes(device)).map((device) => `onnx/${device}.onnx`);
  return manifest.files.filter((file) => !others.includes(runName(file)));
}
