/** Hands files to the reader as downloads, one after the other. */
export function download(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The browser takes the address when the click is handled; it may then go.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
