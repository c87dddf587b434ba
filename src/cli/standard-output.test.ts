import { createWriteStream, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { StandardOutput } from './standard-output';

// fault: Node | the disk is full when the last rows are written to a device | /dev/full | a sentence that says so | nothing
test.runIf(existsSync('/dev/full'))('hears that the last rows could not be written', async () => {
  const output = new StandardOutput(createWriteStream('/dev/full'), '/dev/full');
  await output.write(Buffer.from('the only row'), 1);
  await expect(output.finish()).rejects.toThrow('The disk is full: /dev/full could not be written');
});
