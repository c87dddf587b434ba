/** What another app shares with this one (`share_target` of the manifest): held in memory until the page that opens takes it. */

export interface Share {
  readonly text: string;
  readonly files: readonly File[];
}

/** The path that the manifest names. Nothing is served there. */
export const SHARE_PATH = 'share';

let held: Share[] = [];

/** Never in the URL, the history or a cache: the page is opened without it, and asks for it (`takeShares`). */
export async function receiveShare(request: Request, scope: string): Promise<Response> {
  const share = await read(request);
  if (share.text !== '' || share.files.length > 0) held.push(share);
  return Response.redirect(`${scope}${share.files.length > 0 ? '#files' : '#write'}`, 303);
}

export function takeShares(): Share[] {
  const shares = held;
  held = [];
  return shares;
}

async function read(request: Request): Promise<Share> {
  try {
    const form = await request.formData();
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const files = form.getAll('files').filter((value) => value instanceof File && value.size > 0) as File[];
    // A title is mostly that of the page that the text was taken from: read it only where there is nothing else.
    return { text: field('text') || field('title') || field('url'), files };
  } catch {
    return { text: '', files: [] }; // not a form: the page opens as it always does
  }
}
