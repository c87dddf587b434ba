/** What a tag costs a reader, as the build measured it. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { chosenStorage } from '../chosen-model';
import { fileSize } from '../numbers';
import { PagePart } from '../page-part';
import { words } from '../words/speech';

interface Size {
  readonly bytes: number;
  readonly sent: number;
}
type Sizes = Readonly<Record<'element' | 'worker' | 'runtime' | 'model', Size>>;

/** What each is called in the words of a language, and when it comes. */
const PARTS = {
  element: ['element', 'withPage'],
  worker: ['worker', 'withText'],
  runtime: ['runtime', 'withText'],
  model: ['modelFiles', 'thenKept'],
} as const satisfies Record<keyof Sizes, readonly [string, string]>;

async function readSizes(): Promise<Sizes | null> {
  try {
    const [answer, files] = await Promise.all([fetch('./sizes.json'), chosenStorage().files()]);
    const built = (await answer.json()) as Omit<Sizes, 'model'>;
    // The graph of the other device is not fetched.
    const bytes = files.filter(({ path }) => !path.includes('webgpu')).reduce((sum, file) => sum + file.bytes, 0);
    return { ...built, model: { bytes, sent: bytes } };
  } catch {
    return null; // the development server, or a build without a model
  }
}

export class SizesTable extends PagePart {
  static override properties: PropertyDeclarations = { sizes: { state: true } };
  declare private sizes: Sizes | null;

  constructor() {
    super();
    this.sizes = null;
    void readSizes().then((sizes) => (this.sizes = sizes));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { sizes } = this;
    if (!sizes) return nothing;
    const said = words().embed;
    const parts = Object.keys(PARTS) as (keyof Sizes)[];
    const sum = (of: keyof Size): number => parts.reduce((total, part) => total + sizes[part][of], 0);
    const line = (name: string, when: string, { bytes, sent }: Size): TemplateResult => html`
      <tr>
        <th scope="row">${name}</th>
        <td>${when}</td>
        <td class="number">${fileSize(bytes)}</td>
        <td class="number">${fileSize(sent)}</td>
      </tr>
    `;
    return html`
      <div class="scrolls" role="region" aria-label=${said.sizes} tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${said.part}</th>
              <th scope="col">${said.when}</th>
              <th scope="col">${said.size}</th>
              <th scope="col">${said.compressed}</th>
            </tr>
          </thead>
          <tbody>
            ${parts.map((part) => line(said[PARTS[part][0]], said[PARTS[part][1]], sizes[part]))}
            ${line(said.firstVisit, '', { bytes: sum('bytes'), sent: sum('sent') })}
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('sizes-table', SizesTable);
