/** What the system hands to the app: a text or files from the share sheet, files that are opened with it, a shortcut. */
import { ask } from './service-worker';

/** The manifest's shortcut. */
const PASTE = '#write?paste';

/** Holds what arrives until something listens. */
class Inbox<T> {
  #waiting: T[] = [];
  #take: ((arrived: T) => void) | undefined;

  /** Replace the listener. It first receives whatever arrived before it. */
  listen(take: (arrived: T) => void): void {
    this.#take = take;
    this.#waiting.splice(0).forEach(take);
  }

  put(arrived: T): void {
    if (this.#take) this.#take(arrived);
    else this.#waiting.push(arrived);
  }
}

const texts = new Inbox<string>();
const files = new Inbox<File[]>();
/** Names of files that were handed over and cannot be read. */
const lost = new Inbox<string[]>();
const pastes = new Inbox<undefined>();

/** Listen for texts that are sent here. What arrived earlier comes at once; only the latest listener is called. */
export function onText(take: (text: string) => void): void {
  texts.listen(take);
}

/** The same of files. */
export function onFiles(take: (files: File[]) => void): void {
  files.listen(take);
}

/** The same of files that were handed over, by name, and are gone, or may not be read. */
export function onLostFiles(take: (names: string[]) => void): void {
  lost.listen(take);
}

/** The same of a wish to paste what was copied: the manifest's shortcut. */
export function onPaste(take: () => void): void {
  pastes.listen(take);
}

/** Bring a text to the Write page. */
export function bringText(text: string): void {
  location.hash = '#write';
  texts.put(text);
}

/** Bring files to the Files page. */
export function bringFiles(arrived: File[]): void {
  location.hash = '#files';
  files.put(arrived);
}

/** Typed nowhere yet: Chromium's Launch Handler and File Handling. */
interface LaunchParams {
  readonly targetURL?: string;
  readonly files?: readonly { readonly name?: string; getFile(): Promise<File> }[];
}
interface LaunchQueue {
  setConsumer(consume: (params: LaunchParams) => void): void;
}

interface Share {
  readonly text: string;
  readonly files: File[];
}

/** Begin to receive. Called once, when the page starts. */
export function receiveArrivals(): void {
  receiveDrops();
  // What waits by now is the launch that loaded this page: its address says the same, and must not be followed twice.
  let isFirst = true;
  (globalThis as { launchQueue?: LaunchQueue }).launchQueue?.setConsumer((params) => void open(params, isFirst));
  isFirst = false;
  addEventListener('hashchange', takePaste);
  takePaste();
  void ask({ kind: 'shares' }).then((shares) => {
    for (const { text, files } of (shares ?? []) as Share[]) {
      if (files.length > 0) bringFiles(files);
      else bringText(text);
    }
  });
}

/** A file that is dropped anywhere is opened here; left to the browser, it would take the place of the page. */
function receiveDrops(): void {
  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    const { dataTransfer } = event;
    if (dataTransfer?.types.includes('Files')) classList.add('dragging');
    // A link would be followed, and what was typed be gone. A field takes it as text.
    else if (dataTransfer?.types.includes('text/uri-list') && !isField(event.composedPath()[0])) dataTransfer.dropEffect = 'none';
    else return;
    event.preventDefault();
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) classList.remove('dragging'); // out of the window
  });
  document.addEventListener('drop', (event) => {
    classList.remove('dragging');
    const { files = [], items = [] } = event.dataTransfer ?? {};
    if (files.length === 0) return;
    event.preventDefault();
    const entries = Array.from(items, (item) => item.webkitGetAsEntry());
    const folders = entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
    const dropped = [...files].filter(({ name }) => !folders.includes(name));
    if (dropped.length > 0) bringFiles(dropped);
    else location.hash = '#files';
    if (folders.length > 0) lost.put(folders);
  });
}

const isField = (target: EventTarget | undefined): boolean => target instanceof Element && target.matches('textarea, input');

/** The address asks for it once: a reload, or a way back, must not paste again. */
function takePaste(): void {
  if (location.hash !== PASTE) return;
  history.replaceState(history.state, '', '#write');
  pastes.put(undefined);
}

/** The app is launched while it runs (`launch_handler`): it is not loaded anew, so that what was typed stays. */
async function open({ targetURL, files: handles = [] }: LaunchParams, isFirst: boolean): Promise<void> {
  if (handles.length === 0) {
    if (isFirst) return;
    const { hash } = new URL(targetURL ?? location.href);
    if (hash !== '') location.hash = hash;
    return;
  }
  const opened = await Promise.allSettled(handles.map((handle) => handle.getFile()));
  bringFiles(opened.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : [])));
  const gone = handles.filter((_, i) => opened[i]?.status === 'rejected').map(({ name }) => name ?? 'A file');
  if (gone.length > 0) lost.put(gone);
}
