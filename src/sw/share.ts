/** What another app shares with this one (`share_target` of the manifest): held in memory until the page that opens takes it. */

export interface Share {
  readonly text: string;
  readonly files: readonly File[];
}

/** The path that the manifest names. Nothing is served there. */
export const SHARE_PATH = 'share';

/** Ten times what is ever read of a text, in UTF-16 units; the rest is cut off. */
const LONGEST_TEXT = 100_000;
/** More cannot be meant by a person: the page that opens takes each at once. */
const MOST_HELD = 3;
/** Milliseconds until a share that no page took is dropped: the page did not open. */
const HOLD_MS = 60_000;

let held: (Share & { readonly at: number })[] = [];

/** Never in the URL, the history or a cache: the page is opened without it, and asks for it (`takeShares`). */
export async function receiveShare(request: Request, scope: string): Promise<Response> {
  // The system opens a tab or a window for it; a frame belongs to another page.
  const share = request.destination === 'document' ? await read(request) : NOTHING;
  if (share.text !== '' || share.files.length > 0) held = [...held, { ...share, at: Date.now() }].slice(-MOST_HELD);
  return Response.redirect(`${scope}${share.files.length > 0 ? '#files' : '#write'}`, 303);
}

export function takeShares(): Share[] {
  const shares = held.filter(({ at }) => Date.now() - at < HOLD_MS);
  held = [];
  return shares.map(({ text, files }) => ({ text, files }));
}

const NOTHING: Share = { text: '', files: [] };

async function read(request: Request): Promise<Share> {
  try {
    const form = await request.formData();
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const files = form.getAll('files').filter((value) => value instanceof File && value.size > 0) as File[];
    // A title is mostly that of the page that the text was taken from: read it only where there is nothing else.
    return { text: (field('text') || field('title') || field('url')).slice(0, LONGEST_TEXT), files };
  } catch {
    return NOTHING; // not a form: the page opens as it always does
  }
}
