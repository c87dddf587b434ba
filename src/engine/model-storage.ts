import type { Model } from './models';
import type { ModelPlace } from '../shared/settings';
import * as stored from '../store/stored-model';
import type { FetchOptions, StoredFile } from '../store/stored-model';

/**
 * What a page may ask of a model that this browser keeps, and do with it: `EmotionClassifier.storage`. Nothing here starts a worker,
 * and only `download` and `repair` fetch anything. All rejects with `model-missing` or `model-corrupt` where this code was built without the
 * model or with one of other labels.
 * @param model finds it; may throw
 * @param place tells where its files are; may throw for a value that is refused
 */
export const modelStorage = (model: () => Model, place: (model: Model) => ModelPlace) =>
  ({
    /** The files of the model as this page was built with it, and which of them are kept here. */
    files: async (): Promise<StoredFile[]> => stored.files(model().manifest),
    /** Bytes that a start would still have to download; 0 when the model is kept whole. */
    missingBytes: async (): Promise<number> => stored.missingBytes(model().manifest),
    /**
     * Bytes of a newer model that is offered while an older one serves, or `null`. `download` accepts the offer.
     * @throws {ClassifierError} `insecure-origin` over plain http
     */
    updateBytes: async (): Promise<number | null> => stored.updateBytes(model().manifest),
    /** Bytes on this device, of every version and of downloads under way; not of files that another kept model has too. */
    storedBytes: async (): Promise<number> => stored.storedBytes(model().manifest),
    /** Compare every kept file with its hash; damaged ones are forgotten. Resolves with the paths of both kinds. */
    verify: async (): Promise<{ damaged: string[]; missing: string[] }> => stored.verify(model().manifest),
    /**
     * Fetch and keep what is missing, for every device, without starting anything.
     * @throws {ClassifierError} `model-missing`, `model-corrupt` or `network`; `runtime` if this browser keeps nothing; `invalid-input` for
     * a model base that is not allowed
     * @throws the signal's reason; what came so far is kept for the next time
     */
    download: async (options?: FetchOptions): Promise<void> => stored.download(model().manifest, place(model()), options),
    /**
     * Fetch again what is damaged or missing.
     * @throws as `download` does
     */
    repair: async (options?: FetchOptions): Promise<void> => stored.repair(model().manifest, place(model()), options),
    /** Forget every version and every partial download of this model; others stay. A running classifier goes on from memory. */
    remove: async (): Promise<void> => stored.remove(model().manifest),
    /**
     * Keep model files that somebody brought, known by their content; resolves with the paths that are still missing.
     * @throws {ClassifierError} `model-corrupt` if none of them belongs to this model, `runtime` if this browser keeps nothing,
     * `insecure-origin` over plain http
     */
    importFiles: async (files: Iterable<Blob>): Promise<string[]> => stored.importFiles(model().manifest, files),
    /** Ask the browser not to evict the model; only after somebody's own action. Resolves with whether it is safe from that now. */
    persist: async (): Promise<boolean> => stored.persist(),
  }) as const;
