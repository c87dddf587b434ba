import type { Words } from '../words/en';

/** What the tag can do, each as somebody would write it. */
export interface Example {
  /** Its title and what is said of it stand under this name in the words of a language. */
  readonly id: keyof Words['embed']['examples'];
  readonly html: string;
}

export const GALLERY: readonly Example[] = [
  {
    id: 'badge',
    html: "<emotion-tag>I can't wait to see you again!</emotion-tag>",
  },
  {
    id: 'bars',
    html: `<emotion-tag view="bars">
  They promised it would be ready today, and it is broken again. I am furious.
</emotion-tag>`,
  },
  {
    id: 'highlight',
    html: `<emotion-tag view="highlight">
  <p>I was so afraid before the exam. And then I passed – what a joy!</p>
  <p>I only wish that Grandma had lived to hear it. I miss her terribly.</p>
</emotion-tag>`,
  },
  {
    id: 'field',
    html: `<label for="message">Your message</label>
<textarea id="message" rows="3">I love you all so much!</textarea>
<emotion-tag for="message"></emotion-tag>`,
  },
  {
    id: 'form',
    html: `<form>
  <label for="note">How was your stay?</label>
  <textarea id="note" name="note" rows="3">I was shocked: I never expected such a view!</textarea>
  <emotion-tag for="note" name="feeling"></emotion-tag>
  <button>Send</button>
</form>`,
  },
  {
    id: 'many',
    html: `<ul>
  <li><emotion-tag>We got the keys today, I am so happy!</emotion-tag></li>
  <li><emotion-tag>I feel so lonely since you left.</emotion-tag></li>
  <li><emotion-tag>Stop lying to me, I hate it.</emotion-tag></li>
  <li><emotion-tag>I am scared to go down there alone.</emotion-tag></li>
  <li><emotion-tag>I adore you, darling.</emotion-tag></li>
  <li><emotion-tag>The meeting is at three.</emotion-tag></li>
</ul>`,
  },
  {
    id: 'why',
    html: '<emotion-tag explain>I am so happy that you came, in spite of the rain!</emotion-tag>',
  },
  {
    id: 'dark',
    html: `<div style="color-scheme: dark; color: #ece7dc; background-color: #171614; padding: 1rem">
  <emotion-tag view="bars">I was so afraid that I could not move.</emotion-tag>
</div>`,
  },
  {
    id: 'rtl',
    html: `<p dir="rtl" lang="ar">
  <emotion-tag><bdi lang="en">I can't wait to see you again!</bdi></emotion-tag>
</p>`,
  },
  {
    id: 'baked',
    html: `<emotion-tag baked='{"text":"04b976b5c6f4c1","model":"e2420967d427d354","label":"joy","scores":[0.0038,0.9544,0.0374,0.0014,0.001,0.002]}'>What a wonderful day, I am so happy!</emotion-tag>`,
  },
];
