/** What was copied, into the box, at the caret. Browsers give it only after a click, or once it was allowed for good. */

/** Whether the browser would hand over what was copied without asking. */
export async function mayPaste(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return state === 'granted';
  } catch {
    return false; // Firefox and Safari have no such permission: they ask each time
  }
}

let isPasting = false;

/** Whether a picture or a file is being pasted, which a text box ignores. */
export const hasNoText = (data: DataTransfer | null): boolean =>
  data !== null && data.getData('text') === '' && data.types.length > 0;

/**
 * Paste once, however often it is asked for meanwhile. Where the browser refuses, the box waits for the person's own paste.
 * @returns whether the browser gave what was copied
 */
export async function pasteInto(box: HTMLTextAreaElement): Promise<boolean> {
  if (isPasting) return true;
  isPasting = true;
  let isGiven = true;
  try {
    const text = await navigator.clipboard.readText();
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  } catch {
    isGiven = false; // not allowed, or nothing there
  }
  isPasting = false;
  box.focus();
  return isGiven;
}
