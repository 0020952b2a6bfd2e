import { download } from './http.js';

/** What an address of the API gives the signed-in caller, as a file in the browser. */
export async function saveFile(path: string, name: string): Promise<void> {
  const file = await download(path);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
