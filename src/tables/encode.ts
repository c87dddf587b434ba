/** Text as the bytes of an encoding. Browsers decode all of them and encode UTF-8 alone: of the others, those of one byte are turned round. */
export interface Encoder {
  /** Characters that the encoding does not have so far; each is written as "?". */
  readonly lost: number;
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/** @returns null for an encoding that cannot be written here */
export function encoderFor(encoding: string): Encoder | null {
  if (encoding === 'utf-8') return new Utf8();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Utf16(encoding === 'utf-16le');
  const bytes = singleBytes(encoding);
  return bytes && new SingleByte(bytes);
}

class Utf8 implements Encoder {
  readonly lost = 0;
  readonly #encoder = new TextEncoder();

  encode(text: string): Uint8Array<ArrayBuffer> {
    return this.#encoder.encode(text);
  }
}

class Utf16 implements Encoder {
  readonly lost = 0;

  constructor(readonly isLittle: boolean) {}

  encode(text: string): Uint8Array<ArrayBuffer> {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), this.isLittle);
    return new Uint8Array(view.buffer);
  }
}

/** The byte of each character; `null` where characters take several. */
function singleBytes(encoding: string): ReadonlyMap<string, number> | null {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    // As a stream: Node 20 takes Windows-1252 for Latin-1 otherwise.
    const character = new TextDecoder(encoding).decode(Uint8Array.of(byte), { stream: true });
    if (character === '' || (byte < 128 && character === '\ufffd')) return null;
    if (character !== '\ufffd') bytes.set(character, byte);
  }
  // Of encodings with longer characters, nearly all bytes from 128 on are halves.
  return bytes.size > 160 ? bytes : null;
}

class SingleByte implements Encoder {
  lost = 0;

  constructor(readonly bytes: ReadonlyMap<string, number>) {}

  encode(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(text, (character) => {
      const byte = this.bytes.get(character);
      if (byte === undefined) this.lost++;
      return byte ?? 63;
    });
  }
}
