/** What programs write where there is no value. */
const FILLER = new RegExp(
  `^(?:${[
    String.raw`null|<null>|\(null\)|<none>|<na>|\[null\]|\(blank\)|\(empty\)|\(leer\)|n/a|n\.a\.|\\n|nan|nil|undefined|[-–—.]{1,3}`,
    // A spreadsheet's errors, as it names them in some languages.
    '#n/[ad]|#nv|#(?:null|value|ref|num|spill|calc|error|bezug|wert|zahl|valeur|valor)!|#(?:name|nombre|nom|div/0)[?!]|#{3,}',
    'not (?:available|applicable|provided|answered)|no comments?(?: (?:left|given|provided))?',
  ].join('|')})$`,
  'i',
);

export const isFiller = (text: string): boolean => {
  const bare = text.trim();
  return FILLER.test(bare) || bare === 'NA' || bare === 'None';
};
