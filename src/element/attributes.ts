import type { DevicePreference } from '../engine/index';
import type { Load } from './admission';
import type { ReadRequest } from './reader';

/** How a tag shows its reading. */
export type View = 'badge' | 'bars' | 'highlight';

/** The values that an attribute may have; the first is its default. */
type Choices<T extends string> = readonly [T, ...T[]];

export const DEVICES: Choices<DevicePreference> = ['auto', 'webgpu', 'wasm'];
export const LOADS: Choices<Load> = ['visible', 'eager', 'click'];
export const VIEWS: Choices<View> = ['badge', 'bars', 'highlight'];

const warned = new Set<string>();

/** A note to the author of the page; a thousand tags say it once. */
export function warnOnce(note: string): void {
  if (warned.has(note)) return;
  warned.add(note);
  console.warn(note);
}

/** The value if it is an allowed one, else the first; the console says so once for each attribute and value. */
export function oneOf<T extends string>(attribute: string, value: string | null | undefined, allowed: Choices<T>): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  if (typeof value === 'string')
    warnOnce(`<emotion-tag> knows no ${attribute}="${value}"; using "${allowed[0]}". Known: ${allowed.join(', ')}.`);
  return allowed[0];
}

/** What an attribute says as a number. An empty one says none, where `Number` would read 0. */
export function numberIn(attribute: string | null): number | null {
  if (attribute === null) return null;
  return attribute.trim() === '' ? NaN : Number(attribute);
}

/** The value if it is a fraction, 0 to 1, else `null`; the console says so once for each attribute. */
function fractionOf(attribute: string, value: unknown): number | null {
  const number = typeof value === 'string' ? numberIn(value) : value; // Vue and React set what a template says as a property
  if (number === null || number === undefined) return null;
  if (typeof number === 'number' && number >= 0 && number <= 1) return number;
  warnOnce(`<emotion-tag ${attribute}> takes a number from 0 to 1; using the model's own.`);
  return null;
}

/** Any value of a text attribute: callers without types may set anything. */
export const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a page has set on a tag. */
interface Settings {
  readonly device: DevicePreference;
  readonly load: Load;
  readonly model: string | null;
  readonly modelBase: string | null;
  readonly threshold: number | null;
  readonly baked: string | null;
}

/** What is to be read, with what a page may have set wrongly put right. */
export const requestOf = ({ device, load, model, modelBase, threshold, baked }: Settings, text: string): ReadRequest => ({
  text,
  device: oneOf('device', device, DEVICES),
  load: oneOf('load', load, LOADS),
  model: stringOf(model),
  modelBase: stringOf(modelBase),
  threshold: fractionOf('threshold', threshold),
  baked: stringOf(baked),
});
