/** What a tag costs a reader, as the build measured it. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { chosenStorage } from '../chosen-model';
import { fileSize } from '../numbers';

interface Size {
  readonly bytes: number;
  readonly sent: number;
}
type Sizes = Readonly<Record<'element' | 'worker' | 'runtime' | 'model', Size>>;

const WHEN = {
  element: ['The element, lit included', 'with the page'],
  worker: ['Its worker', 'with the first text'],
  runtime: ['The runtime, WebAssembly', 'with the first text'],
  model: ['The model', 'with the first text, then kept'],
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

export class SizesTable extends LitElement {
  static override properties: PropertyDeclarations = { sizes: { state: true } };
  declare private sizes: Sizes | null;

  constructor() {
    super();
    this.sizes = null;
    void readSizes().then((sizes) => (this.sizes = sizes));
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { sizes } = this;
    if (!sizes) return nothing;
    const parts = Object.keys(WHEN) as (keyof Sizes)[];
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
      <div class="scrolls" role="region" aria-label="Sizes" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">When</th>
              <th scope="col">Size</th>
              <th scope="col">Compressed</th>
            </tr>
          </thead>
          <tbody>
            ${parts.map((part) => line(WHEN[part][0], WHEN[part][1], sizes[part]))}
            ${line('A first visit that reads a text', '', { bytes: sum('bytes'), sent: sum('sent') })}
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('sizes-table', SizesTable);
