/** What can be changed of how a file is read. */
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../words/speech';
import { ENCODINGS } from '../../../tables/encodings';
import { QUOTES, SEPARATORS } from '../../../tables/formats/csv-record';
import type { Layout, Source } from '../../../tables/layout';
import { guessed, openSource } from '../../../tables/source';
import { separatorName } from './guesses';

export const value = ({ target }: Event): string => (target as HTMLSelectElement).value;

/** One of some values, each with what it is called. */
export function choice(
  id: string,
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<p class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${(event: Event) => {
        choose(value(event));
      }}
    >
      ${options.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
    </select>
  </p>`;
}

function line(id: string, label: string, least: number, now: number, change: (line: number) => void): TemplateResult {
  return html`<p class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      min=${least}
      step="1"
      .value=${String(now)}
      @change=${(event: Event) => {
        change(Math.max(least, Math.floor(Number(value(event)) || 0)));
      }}
    />
  </p>`;
}

const self = (name: string): readonly [string, string] => [name, name];

/**
 * @param look look at the file again, read in another way
 * @param fail tell why that cannot be
 */
export function layoutFields(source: Source, look: (source: Source) => void, fail: (why: Error) => void): TemplateResult {
  const { format, layout, encoding, archive } = source;
  const change = (changed: Partial<Layout>): void => {
    look({ ...source, layout: { ...layout, ...changed } });
  };
  const isGrid = format === 'csv' || format === 'workbook';
  const said = words().files;
  const isBook = format === 'workbook';
  return html`
    ${
      archive
        ? choice('inside', said.inArchive, archive.names.map(self), archive.name, (name) => {
            openSource(archive.file, name).then(look, fail);
          })
        : nothing
    }
    ${
      format === 'csv'
        ? html`${choice(
            'separator',
            said.between,
            SEPARATORS.map((one) => [one, separatorName(one)]),
            layout.separator,
            (name) => {
              change({ separator: SEPARATORS.find((one) => one === name) ?? ',', starts: undefined });
            },
          )}
          ${choice(
            'quotes',
            said.quotes,
            QUOTES.map((one) => [one, said.quoting[one]]),
            layout.quotes,
            (name) => {
              change({ quotes: QUOTES.find((one) => one === name) ?? 'doubled' });
            },
          )}`
        : nothing
    }
    ${
      isGrid
        ? html`${line('heading', isBook ? said.headingRow : said.headingLine, 0, layout.heading, (heading) => {
            change({ heading, first: heading + 1 });
          })}
          ${line('first', isBook ? said.firstRow : said.firstLine, 1, layout.first, (first) => {
            change({ first: Math.max(first, layout.heading + 1) });
          })}`
        : nothing
    }
    ${
      layout.sheets.length > 1
        ? choice('sheet', said.sheet, layout.sheets.map(self), layout.sheet, (sheet) => {
            change({ sheet });
          })
        : nothing
    }
    ${
      layout.lists.length > 1
        ? choice('list', said.list, layout.lists.map(self), layout.list, (list) => {
            change({ list });
          })
        : nothing
    }
    ${
      format === 'workbook'
        ? nothing
        : choice('encoding', said.encoding, ENCODINGS.map(self), encoding, (encoding) => {
            guessed({ ...source, encoding, isGuess: false }).then(look, fail);
          })
    }
  `;
}
