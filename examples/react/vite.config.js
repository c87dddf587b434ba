import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The model's files stand beside the app's own, at /model/.
const model = dirname(fileURLToPath(import.meta.resolve('emotion-tag/model/manifest.json')));
cpSync(model, 'public/model', { recursive: true });

export default defineConfig({
  optimizeDeps: { exclude: ['emotion-tag'] }, // its worker and wasm are found beside its modules
});
