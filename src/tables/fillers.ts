/** What programs write where there is no value. */
const FILLER = /^(?:null|<null>|\(null\)|n\/a|#n\/a|\\n|nan|nil|undefined|[-–—.]{1,3})$/i;

export const isFiller = (text: string): boolean => {
  const bare = text.trim();
  return FILLER.test(bare) || bare === 'NA' || bare === 'None';
};
