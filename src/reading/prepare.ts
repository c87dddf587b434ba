import { spellContractions } from './contractions';
import { undisguised } from './disguises';
import { draftOf, replace, type Draft } from './draft';
import { nameEmoji } from './emoji';
import { readHtml } from './entities';
import { plainLetters } from './letters';
import { mendMojibake } from './mojibake';
import { withoutRepeats } from './repeats';

/** What marks a line as quoted says nothing of what is quoted. */
const QUOTE_MARK = /^[ \t]{0,8}(?:>[ \t]?){1,9}(?=[\p{L}\p{N}"'“‘])/gmu;
const LINK = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"']{2,2000}/giu;
const MAIL = /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const HANDLE = /(?<![\p{L}\p{N}@/._])@[A-Za-z0-9_]{1,40}(?:\.[A-Za-z0-9_]{1,40}){0,3}/gu;
const HASHTAG = /#(?=[\p{L}\p{N}_]{0,60}\p{L})[\p{L}\p{N}_]{2,60}/gu;

/**
 * A text with what stands for characters read as them: entities, tags, broken encodings, letters of other shapes; and nothing invisible. In
 * this form its language and its sentences are determined.
 */
export function legible(text: string): Draft {
  return undisguised(plainLetters(mendMojibake(readHtml(draftOf(text)))));
}

/**
 * A legible text as the model was trained to read it: links, addresses and handles as `http` and `@user`, hashtags as words, emoji by their
 * names, one spelling of contractions, nothing said more often than it needs.
 */
export function prepare(draft: Draft): Draft {
  let prepared = replace(replace(draft, QUOTE_MARK, ''), LINK, 'http');
  prepared = replace(prepared, MAIL, '@user');
  prepared = replace(prepared, HANDLE, '@user');
  prepared = replace(prepared, HASHTAG, ([tag]) => words(tag));
  return withoutRepeats(spellContractions(nameEmoji(prepared)));
}

/** `#SoBlessed` is `# So Blessed`. */
function words(tag: string): string {
  return `# ${tag
    .slice(1)
    .replace(/_/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()}`;
}
