/** Numbers stay as a file has them (`tables/row`). Node 20 does not know how they were written; there a library does, more slowly. */
export async function keepNumbersAsWritten(): Promise<void> {
  if ('rawJSON' in JSON) return;
  await Promise.all([
    import('core-js/actual/json/parse'),
    import('core-js/actual/json/raw-json'),
    import('core-js/actual/json/is-raw-json'),
    import('core-js/actual/json/stringify'),
  ]);
}
