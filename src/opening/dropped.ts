/**
 * The files of a drop: a folder, several files, or a zip. Names are kept relative to the dropped folder, so that `tables/actors.csv`
 * and `actors.csv` are told apart by the reader, not here. They are not read here: a large one would stop the page.
 */
export async function filesOf(transfer: DataTransfer): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
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
export function filesIn(list: FileList): Map<string, Blob> {
  return new Map(Array.from(list, (file) => [file.webkitRelativePath || file.name, file]));
}

// Chromium gives no name to the entries' classes: only their own words tell a file from a folder.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walk(entry: FileSystemEntry, prefix: string, files: Map<string, Blob>): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.set(prefix + entry.name, file);
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
