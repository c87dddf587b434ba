/**
 * For a browser test that only `npm run test:all` runs: one of many like it, slow by its nature, or about a part of which `npm test` has
 * the main case.
 */
export const LONG = { tag: '@long' } as const;
