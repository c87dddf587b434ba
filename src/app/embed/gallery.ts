/** What the tag can do, each as somebody would write it. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly html: string;
}

export const GALLERY: readonly Example[] = [
  {
    id: 'badge',
    title: 'A badge',
    says: 'Put the tag around a text.',
    html: "<emotion-tag>I can't wait to see you again!</emotion-tag>",
  },
  {
    id: 'bars',
    title: 'Bars',
    says: 'All six emotions, with their scores.',
    html: `<emotion-tag view="bars">
  They promised it would be ready today, and it is broken again. I am furious.
</emotion-tag>`,
  },
  {
    id: 'highlight',
    title: 'Highlight',
    says: 'Each sentence tinted where it stands.',
    html: `<emotion-tag view="highlight">
  <p>I was so afraid before the exam. And then I passed – what a joy!</p>
  <p>I only wish that Grandma had lived to hear it. I miss her terribly.</p>
</emotion-tag>`,
  },
  {
    id: 'field',
    title: 'A field',
    says: 'The tag follows what somebody types.',
    html: `<label for="message">Your message</label>
<textarea id="message" rows="3">I love you all so much!</textarea>
<emotion-tag for="message"></emotion-tag>`,
  },
  {
    id: 'form',
    title: 'A form',
    says: 'With a name, the label is sent along.',
    html: `<form>
  <label for="note">How was your stay?</label>
  <textarea id="note" name="note" rows="3">I was shocked: I never expected such a view!</textarea>
  <emotion-tag for="note" name="feeling"></emotion-tag>
  <button>Send</button>
</form>`,
  },
  {
    id: 'many',
    title: 'Many',
    says: 'All tags of a page share one model and one worker.',
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
    title: 'Why',
    says: 'People may ask which words made the label.',
    html: '<emotion-tag explain>I am so happy that you came, in spite of the rain!</emotion-tag>',
  },
  {
    id: 'dark',
    title: 'Dark',
    says: 'The tag follows the color-scheme around it.',
    html: `<div style="color-scheme: dark; color: #ece7dc; background-color: #171614; padding: 1rem">
  <emotion-tag view="bars">I was so afraid that I could not move.</emotion-tag>
</div>`,
  },
  {
    id: 'rtl',
    title: 'Right to left',
    says: 'The tag’s own words are in the language around it, the text in English.',
    html: `<p dir="rtl" lang="ar">
  <emotion-tag><bdi lang="en">I can't wait to see you again!</bdi></emotion-tag>
</p>`,
  },
  {
    id: 'baked',
    title: 'Baked',
    says: 'A build has written the reading into the page: nothing is downloaded for it.',
    html: `<emotion-tag baked='{"text":"04b976b5c6f4c1","model":"e2420967d427d354","label":"joy","scores":[0.0038,0.9544,0.0374,0.0014,0.001,0.002]}'>What a wonderful day, I am so happy!</emotion-tag>`,
  },
];
