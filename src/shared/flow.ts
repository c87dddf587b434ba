/** What a person sees of a text of HTML, on a page and in a file: the rules that need no style sheet, and how the pieces become one text. */

/** Elements whose content is nobody's text: code, the names of drawings, readings beside words, stand-ins, and what people choose or type. */
export const SILENT =
  'script,style,template,noscript,title,desc,defs,metadata,annotation,rt,rp,select,datalist,textarea,audio,video,canvas,iframe,object,meter,progress';
/** Elements after which a new line begins, wherever they stand. */
export const BREAKS = 'br,hr';

/** Whether words that stand for a picture are those of an emoji: the character, its short code, an emoticon. Those of a photo are not seen. */
export const isEmoji = (words: string): boolean => /^([^\p{L}\d]+|:[\w+-]+:|[:;=]\S{1,3}|xD|<3)$/iu.test(words);

/** A stretch of the text and where it comes from. */
export interface Run<Node> {
  readonly start: number;
  readonly end: number;
  readonly node: Node;
  /** Where it begins in its node. */
  readonly offset: number;
}

/** Puts a text together as a browser sets it: white space that it runs together is one space, and none is at the ends of a line. */
export class Flow<Node> {
  text = '';
  readonly runs: Run<Node>[] = [];
  /** In so many quotations stands what follows. Their lines are marked as those of mail are, so that they count as somebody else's. */
  quotes = 0;
  #gap = '';

  /** @param isKept whether its white space shows as it stands */
  write(data: string, node: Node, isKept: boolean): void {
    const isMarked = this.quotes > 0;
    for (const { 0: run, index } of data.matchAll(!isKept ? /\S+|\s+/g : isMarked ? /[^\n]+|\n/g : /[^]+/g)) {
      if (isKept && isMarked && run === '\n') this.break();
      if (run.trim() === '' && (!isKept || isMarked)) {
        this.#gap ||= ' ';
        continue;
      }
      if (this.text !== '') this.text += this.#gap;
      if (isMarked && (this.text === '' || this.#gap === '\n')) this.text += '> ';
      this.#gap = '';
      const start = this.text.length;
      this.text += run;
      this.runs.push({ start, end: this.text.length, node, offset: index });
    }
  }

  /** What follows stands in a line of its own. */
  break(): void {
    this.#gap = '\n';
  }
}
