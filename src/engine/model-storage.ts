import { readManifest } from '../store/manifest';
import * as stored from '../store/stored-model';
import type { FetchOptions, StoredFile } from '../store/stored-model';

/**
 * What a page may ask of the model that this browser keeps, and do with it: `EmotionClassifier.storage`. Nothing here starts a worker,
 * and only `download` and `repair` fetch anything. `src/store/stored-model.ts` says what each of them promises.
 * @param base tells the folder of the model files; may throw for a value that is refused
 */
export const modelStorage = (base: () => string) =>
  ({
    /** The files of the model that this page was built with, and which of them are kept here. */
    files: async (): Promise<StoredFile[]> => stored.files(readManifest()),
    /** Bytes that a start would still have to download; 0 when the model is kept whole. */
    missingBytes: async (): Promise<number> => stored.missingBytes(readManifest()),
    /** Bytes of a newer model that is offered while an older one serves, or `null`. `download` accepts the offer. */
    updateBytes: async (): Promise<number | null> => stored.updateBytes(readManifest()),
    /** Bytes on this device, of every version and of downloads under way. */
    storedBytes: async (): Promise<number> => stored.storedBytes(),
    /** Compare every kept file with its hash; damaged ones are forgotten. Resolves with the paths of both kinds. */
    verify: async (): Promise<{ damaged: string[]; missing: string[] }> => stored.verify(readManifest()),
    /** Fetch and keep what is missing, without starting anything. */
    download: async (options?: FetchOptions): Promise<void> => stored.download(readManifest(), base(), options),
    /** Fetch again what is damaged or missing. */
    repair: async (options?: FetchOptions): Promise<void> => stored.repair(readManifest(), base(), options),
    /** Forget every model and every partial download. */
    remove: async (): Promise<void> => stored.remove(),
    /** Keep model files that somebody brought; resolves with the paths that are still missing. */
    importFiles: async (files: Iterable<Blob>): Promise<string[]> => stored.importFiles(readManifest(), files),
    /** Ask the browser not to evict the model; only after somebody's own action. */
    persist: async (): Promise<boolean> => stored.persist(),
  }) as const;
