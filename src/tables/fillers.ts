/** What programs write where there is no value. */
const FILLER =
  /^(?:null|<null>|\(null\)|<none>|<na>|\[null\]|\(blank\)|\(leer\)|n\/a|n\.a\.|#n\/a|#null!|#value!|#ref!|\\n|nan|nil|undefined|[-–—.]{1,3})$/i;

export const isFiller = (text: string): boolean => {
  const bare = text.trim();
  return FILLER.test(bare) || bare === 'NA' || bare === 'None';
};
