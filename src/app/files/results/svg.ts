/** What pictures that are saved are put together from. */

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

export const text = (x: number, y: number, what: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more}>${escaped(what)}</text>`;

export const bar = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;

/** A picture with its title above, on paper, in ink. */
export const picture = (
  { title, paper, ink }: { readonly title: string; readonly paper: string; readonly ink: string },
  [width, height]: readonly [width: number, height: number],
  drawn: readonly string[],
): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="system-ui, sans-serif" font-size="15" fill="${ink}">
<title>${escaped(title)}</title>
${bar(0, 0, width, height, paper)}
${text(20, 36, title, ' font-size="20" font-weight="600"')}
${drawn.join('\n')}
</svg>
`;
