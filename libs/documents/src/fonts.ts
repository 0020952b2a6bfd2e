import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Names under which a document knows its two faces. */
export const REGULAR = 'regular';
export const BOLD = 'bold';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const FACES = { [REGULAR]: '400Regular/NotoSansSC_400Regular.ttf', [BOLD]: '700Bold/NotoSansSC_700Bold.ttf' };

let loaded: readonly (readonly [name: string, font: Buffer])[] | undefined;

/** Noto Sans SC, complete, so that no name of a person or place prints as a blank; read once per process. */
export function chineseFonts(): readonly (readonly [name: string, font: Buffer])[] {
  const { resolve } = createRequire(import.meta.url);
  loaded ??= Object.entries(FACES).map(([name, file]) => [name, readFileSync(resolve(`${PACKAGE}/${file}`))] as const);
  return loaded;
}
