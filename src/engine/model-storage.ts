import { readManifest } from './models';
import type { ModelPlace } from '../shared/settings';
import * as stored from '../store/stored-model';
import type { FetchOptions, StoredFile } from '../store/stored-model';

/**
 * What a page may ask of the model that this browser keeps, and do with it: `EmotionClassifier.storage`. Nothing here starts a worker,
 * and only `download` and `repair` fetch anything. What needs the list of the model's files rejects with `model-missing` or `model-corrupt`
 * where this code was built without a model or with one of other labels.
 * @param place tells where the model's files are; may throw for a value that is refused
 */
export const modelStorage = (place: () => ModelPlace) =>
  ({
    /** The files of the model that this page was built with, and which of them are kept here. */
    files: async (): Promise<StoredFile[]> => stored.files(readManifest()),
    /** Bytes that a start would still have to download; 0 when the model is kept whole. */
    missingBytes: async (): Promise<number> => stored.missingBytes(readManifest()),
    /**
     * Bytes of a newer model that is offered while an older one serves, or `null`. `download` accepts the offer.
     * @throws {ClassifierError} `insecure-origin` over plain http
     */
    updateBytes: async (): Promise<number | null> => stored.updateBytes(readManifest()),
    /** Bytes on this device, of every version and of downloads under way. */
    storedBytes: async (): Promise<number> => stored.storedBytes(),
    /** Compare every kept file with its hash; damaged ones are forgotten. Resolves with the paths of both kinds. */
    verify: async (): Promise<{ damaged: string[]; missing: string[] }> => stored.verify(readManifest()),
    /**
     * Fetch and keep what is missing, for every device, without starting anything.
     * @throws {ClassifierError} `model-missing`, `model-corrupt` or `network`; `runtime` if this browser keeps nothing; `invalid-input` for
     * a model base that is not allowed
     * @throws the signal's reason; what came so far is kept for the next time
     */
    download: async (options?: FetchOptions): Promise<void> => stored.download(readManifest(), place(), options),
    /**
     * Fetch again what is damaged or missing.
     * @throws as `download` does
     */
    repair: async (options?: FetchOptions): Promise<void> => stored.repair(readManifest(), place(), options),
    /** Forget every model and every partial download. A running classifier goes on from memory. */
    remove: async (): Promise<void> => stored.remove(),
    /**
     * Keep model files that somebody brought, known by their content; resolves with the paths that are still missing.
     * @throws {ClassifierError} `model-corrupt` if none of them belongs to this model, `runtime` if this browser keeps nothing,
     * `insecure-origin` over plain http
     */
    importFiles: async (files: Iterable<Blob>): Promise<string[]> => stored.importFiles(readManifest(), files),
    /** Ask the browser not to evict the model; only after somebody's own action. Resolves with whether it is safe from that now. */
    persist: async (): Promise<boolean> => stored.persist(),
  }) as const;
