import { version } from '../../package.json';
import type { ClassifierError } from '../shared/errors';
import type { BrowserDevice, DevicePreference } from '../shared/protocol';
import { startWorker, type OwnFiles } from './assets';
import { Attempt, type AttemptListener } from './attempt';
import { compileRuntime } from './compilation';
import { Crew } from './crew';
import { pageEnds, startBegins } from './crash-guard';
import { rungsFor, type Rung } from './ladder';
import { missingFile } from './missing-files';
import type { Model } from './models';
import { asInSandbox } from './sandbox';
import { MOST_REQUESTS } from '../shared/settings';
import { lastDevice } from '../shared/verdict';
import { Supervisor, type RunningAttempt, type StartAttempt } from './supervisor';
import { readVerdicts, rememberVerdict } from './verdicts';

interface Used {
  /** The name of its model. */
  readonly model: string;
  readonly supervisor: Supervisor;
  readonly files: OwnFiles;
  users: number;
}

/** One for each model, device preference and model folder on the page, however many classifiers share it, and those that are not shared. */
const supervisors = new Map<string | symbol, Used>();

/** More than one thread needs a cross-origin isolated page. */
const threadCount = (): number => (crossOriginIsolated ? Math.min(4, Math.ceil(navigator.hardwareConcurrency / 2)) : 1);

/** Workers that may read one list; threads have the cores already, and two are enough where a hundred megabytes each may be missed. */
function crewSize(): number {
  if (threadCount() > 1) return 1;
  const { deviceMemory = 4, hardwareConcurrency } = navigator as Navigator & { deviceMemory?: number };
  return Math.min(deviceMemory < 8 ? 2 : 4, Math.max(1, hardwareConcurrency));
}

/** A worker for a rung; what it finds out about devices is remembered, and a start that ends the page is noticed. */
function startAttempt(
  { manifest }: Model,
  files: OwnFiles,
  rung: Rung,
  listener: AttemptListener,
  requests: number,
  isHelper: boolean,
): RunningAttempt {
  const worker = startWorker(files.worker);
  const startEnds = startBegins();
  let state: 'loading' | 'ready' | 'ended' = 'loading';
  const verdicts = readVerdicts();
  // Of a first visit the worker itself hears how much has come.
  const compiling = isHelper ? undefined : lastDevice(verdicts, rung.device, manifest);
  const request = {
    kind: 'load',
    version,
    ...rung,
    manifest,
    modelPlace: files.model,
    runtime: files.runtime,
    verdicts,
    requests,
    isHelper,
    compiling,
  } as const;
  let callOff: (() => void) | undefined;
  const attempt = new Attempt(worker, request, {
    ...listener,
    ready(start) {
      state = 'ready';
      startEnds();
      if (start.device !== 'native') rememberVerdict(start.verdict, start.device);
      listener.ready(start);
    },
    broken(error, verdict) {
      startEnds();
      callOff?.();
      if (verdict !== undefined) rememberVerdict(verdict, 'wasm');
      if (state === 'ready') listener.broken(error, verdict);
      else
        void reasonOf(error, files, rung).then((reason) => {
          if (state === 'loading') listener.broken(reason, verdict);
        });
    },
  });
  if (compiling) callOff = compileAhead(files, compiling, attempt);
  return {
    read(sent) {
      attempt.read(sent);
    },
    abort(id) {
      attempt.abort(id);
    },
    end() {
      state = 'ended';
      startEnds(); // called off: no crash
      callOff?.();
      attempt.end();
    },
  };
}

/** @returns calls it off */
const compileAhead = ({ compile, runtime }: OwnFiles, device: BrowserDevice, attempt: Attempt): (() => void) =>
  compileRuntime(compile, (device === 'wasm' ? runtime.plain : runtime.jspi).wasm, (module) => {
    attempt.compiled(module);
  });

/** The workers for a rung. Those that help may not ask for the model: were it not kept, each would download it. */
const startCrew =
  (model: Model, files: OwnFiles): StartAttempt =>
  (rung, listener, requests) =>
    new Crew(
      listener,
      (own, first) =>
        first
          ? startAttempt(model, files, { device: 'wasm', threads: first.threads }, own, MOST_REQUESTS, true)
          : startAttempt(model, files, rung, own, requests, false),
      crewSize(),
    );

/** Why a start failed, where the page knows better than its worker. */
const reasonOf = async (error: ClassifierError, files: OwnFiles, rung: Rung): Promise<ClassifierError> =>
  (error.code === 'runtime' ? await missingFile(files, rung) : undefined) ?? asInSandbox(error, files, rung);

/** A supervisor in use. Each user calls `release` once. */
export interface Lease {
  readonly supervisor: Supervisor;
  /** The name of its model. */
  readonly model: string;
  /** Where its worker looks for files of ours. */
  readonly files: OwnFiles;
  readonly release: () => void;
}

/** The page's supervisor for a model, a device and a model folder, with one more user; or, not shared, one that nobody else gets. */
export function acquire(model: Model, device: DevicePreference, files: OwnFiles, isShared: boolean): Lease {
  const key = isShared ? JSON.stringify([model.name, device, files]) : Symbol();
  const entry = supervisors.get(key) ?? {
    supervisor: new Supervisor(rungsFor(device, threadCount()), startCrew(model, files)),
    model: model.name,
    files,
    users: 0,
  };
  supervisors.set(key, entry);
  followPage();
  entry.users++;
  newest = entry;
  return {
    supervisor: entry.supervisor,
    model: entry.model,
    files: entry.files,
    release() {
      entry.users--;
      if (entry.users > 0) return;
      entry.supervisor.forget();
      if (isShared) return; // keep the worker until it has been idle for a minute: tags often leave and come back
      entry.supervisor.pause();
      supervisors.delete(key);
    },
  };
}

let newest: Used | undefined;

/** The supervisor that was asked for last, also where its start failed. */
export const newestLease = (): Pick<Lease, 'supervisor' | 'files'> | undefined => newest;

/** Whether a worker on this page is getting the model of this name at this moment. */
export function isLoading(name: string): boolean {
  return [...supervisors.values()].some(({ model, supervisor }) => model === name && supervisor.state === 'loading');
}

let isFollowing = false;

/** A page with a running worker may not enter the back/forward cache, and a frozen one would miss its deadlines. */
function followPage(): void {
  if (isFollowing) return;
  isFollowing = true;
  addEventListener('pagehide', ({ persisted }) => {
    pageEnds();
    if (persisted)
      supervisors.forEach(({ supervisor }) => {
        supervisor.pause();
      });
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted)
      supervisors.forEach(({ supervisor }) => {
        supervisor.resume();
      });
  });
}
