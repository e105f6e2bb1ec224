/** A folder of a disk in memory, as File System Access hands it out; its texts are read and written like a disk's by another program. */
export class MemoryFolder {
  readonly kind = 'directory' as const;
  readonly name: string;
  readonly files = new Map<string, { text: string; at: number }>();
  readonly folders = new Map<string, MemoryFolder>();
  permission: PermissionState = 'granted';
  /** What the reader answers when asked. */
  answer: PermissionState = 'granted';
  /** Set where the disk is full from a file on, by its name. */
  full = '';
  /** Set where the folder was moved away. */
  gone = false;
  asked: string[] = [];
  #clock = 0;

  constructor(name: string, files: Iterable<readonly [string, string]> = []) {
    this.name = name;
    for (const [file, text] of files) this.write(file, text);
  }

  /** As another program writes. */
  write(file: string, text: string): void {
    this.files.set(file, { text, at: ++this.#clock });
  }

  text(file: string): string {
    return this.files.get(file)?.text ?? '';
  }

  async *values(): AsyncGenerator<MemoryFolder | ReturnType<MemoryFolder['handle']>> {
    await Promise.resolve();
    if (this.gone) throw new DOMException('gone', 'NotFoundError');
    yield* this.folders.values();
    for (const name of this.files.keys()) yield this.handle(name);
  }

  getFileHandle(name: string, { create = false } = {}): Promise<ReturnType<MemoryFolder['handle']>> {
    if (!this.files.has(name) && !create) return Promise.reject(new DOMException('no file', 'NotFoundError'));
    return Promise.resolve(this.handle(name));
  }

  getDirectoryHandle(name: string): Promise<MemoryFolder> {
    const known = this.folders.get(name);
    return known === undefined ? Promise.reject(new DOMException('no folder', 'NotFoundError')) : Promise.resolve(known);
  }

  queryPermission(): Promise<PermissionState> {
    return Promise.resolve(this.permission);
  }

  requestPermission({ mode }: { mode: string }): Promise<PermissionState> {
    this.asked.push(mode);
    this.permission = this.answer;
    return Promise.resolve(this.answer);
  }

  /** What the browser gives for one of its files. */
  handle(name: string) {
    return {
      kind: 'file' as const,
      name,
      getFile: () => {
        const { text, at } = this.files.get(name) ?? { text: '', at: 0 };
        const bytes = new TextEncoder().encode(text);
        return Promise.resolve({ size: bytes.length, lastModified: at, arrayBuffer: () => Promise.resolve(bytes.buffer) });
      },
      createWritable: () => {
        let text = '';
        return Promise.resolve({
          write: (data: Uint8Array) => {
            if (this.full === name) return Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
            text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
            return Promise.resolve();
          },
          close: () => Promise.resolve(this.write(name, text)),
          abort: () => Promise.resolve(),
        });
      },
    };
  }
}
