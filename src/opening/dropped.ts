/**
 * The files of a drop: a folder, several files, or a zip. Names are kept relative to the dropped folder, so that `tables/actors.csv`
 * and `actors.csv` are told apart by the reader, not here.
 */
export async function filesOf(transfer: DataTransfer): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const entries = Array.from(transfer.items)
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length > 0) {
    for (const entry of entries) await walk(entry, '', files);
    return files;
  }
  return filesIn(transfer.files);
}

/** The same for a file input (`webkitdirectory` or several files). */
export async function filesIn(list: FileList): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const file of Array.from(list)) {
    files.set(file.webkitRelativePath || file.name, new Uint8Array(await file.arrayBuffer()));
  }
  return files;
}

// Chromium gives no name to the entries' classes: only their own words tell a file from a folder.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walk(entry: FileSystemEntry, prefix: string, files: Map<string, Uint8Array>): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.set(prefix + entry.name, new Uint8Array(await file.arrayBuffer()));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // readEntries hands out at most a hundred at a time, then an empty list.
    for (;;) {
      const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (batch.length === 0) break;
      for (const child of batch) await walk(child, `${prefix}${entry.name}/`, files);
    }
  }
}
