import { bakeFolder } from 'emotion-tag/vite';

export default {
  integrations: [{ name: 'baked-tags', hooks: { 'astro:build:done': ({ dir }) => bakeFolder(dir) } }],
};
