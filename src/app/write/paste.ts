/** What was copied, into the box, at the caret. Browsers give it only after a click, or where somebody has allowed it for good. */

/** Whether the browser would hand over what was copied without asking anybody. */
export async function mayPaste(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return state === 'granted';
  } catch {
    return false; // Firefox and Safari have no such permission: they ask each time
  }
}

let isPasting = false;

/** Paste once, however often it is asked for meanwhile. Where the browser refuses, the box waits for the person's own paste. */
export async function pasteInto(box: HTMLTextAreaElement): Promise<void> {
  if (isPasting) return;
  isPasting = true;
  try {
    const text = await navigator.clipboard.readText();
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  } catch {
    // not allowed, or nothing there
  }
  isPasting = false;
  box.focus();
}
