/**
 * For a browser test that only `npm run test:all` runs: one of many like it, slow by its nature, or about a part of which `npm test` has
 * the main case.
 */
export const LONG = { tag: '@long' } as const;

/** The same, for tests out of a list of cases: `npm test` runs one of them. */
export const longUnless = (isChosen: boolean): { tag?: string } => (isChosen ? {} : LONG);
