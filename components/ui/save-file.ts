/** The browser takes hold of a file in a task of its own, Firefox only after the click was handled. */
const TAKEN_WITHIN_MS = 60_000;

/** Has the browser save a file. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_WITHIN_MS);
}
