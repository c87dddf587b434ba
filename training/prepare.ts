/**
 * The texts of training prepared by the very code that prepares them in the browser: JSON strings in, one a line, JSON strings out.
 *
 *     npx tsx training/prepare.ts < texts.jsonl > prepared.jsonl
 */
import { createInterface } from 'node:readline';
import { legible, prepare } from '../src/reading/prepare.ts';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { text } = prepare(legible(JSON.parse(line) as string));
  process.stdout.write(`${JSON.stringify(text.replace(/\s+/g, ' ').trim())}\n`);
}
