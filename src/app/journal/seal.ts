/** A passphrase for the journal: a key is made of it (PBKDF2), and each entry is sealed with that (AES-GCM). Nothing else can open them. */
import { Failure } from '../words/saying';
import { words } from '../words/speech';

/** What OWASP advises for PBKDF2 with SHA-256: half a second of work, for each passphrase that is tried. */
const ITERATIONS = 600_000;

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Kept beside sealed entries. It shows whether a passphrase is the right one, and nothing about it. */
export interface Lock {
  readonly id: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly check: Sealed;
}

export class WrongPassphrase extends Failure {
  override readonly name = 'WrongPassphrase';

  constructor() {
    super(() => words().journal.wrongPassphrase);
  }
}

/** Opens and closes what belongs to one lock. */
export class Key {
  private constructor(
    readonly lock: Lock,
    readonly key: CryptoKey,
  ) {}

  static async create(passphrase: string, iterations = ITERATIONS): Promise<Key> {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await derive(passphrase, salt, iterations);
    const id = crypto.randomUUID();
    return new Key({ id, salt, iterations, check: await seal(key, id, id) }, key);
  }

  /** @throws {WrongPassphrase} */
  static async open(lock: Lock, passphrase: string): Promise<Key> {
    const key = await derive(passphrase, lock.salt, lock.iterations);
    try {
      await unseal(key, lock.check, lock.id);
    } catch {
      throw new WrongPassphrase();
    }
    return new Key(lock, key);
  }

  /** @param name of what is sealed: it opens under no other, so that nothing can be put in the place of another */
  seal(value: unknown, name: string): Promise<Sealed> {
    return seal(this.key, value, name);
  }

  /** @throws where it was sealed with another key or under another name, or was changed */
  unseal(sealed: Sealed, name: string): Promise<unknown> {
    return unseal(this.key, sealed, name);
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Keyboards differ in how they write "é": NFKC makes them one. */
async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', bytes(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function seal(key: CryptoKey, value: unknown, name: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: 'AES-GCM', iv, additionalData: bytes(name) };
  return { iv, data: await crypto.subtle.encrypt(how, key, bytes(JSON.stringify(value))) };
}

async function unseal(key: CryptoKey, { iv, data }: Sealed, name: string): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, key, data);
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}
