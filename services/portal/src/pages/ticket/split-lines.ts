import type { FormData } from '../../api/shapes.js';

/** One line of a form that could be served by itself. */
export interface FormLine {
  readonly pointer: string;
  readonly text: string;
}

const KEYS = ['instruments', 'tests', 'standards', 'certification'] as const;

/** The lines of a form with their JSON pointers; of a form without a list, none. */
export function linesOf(form: FormData | undefined): readonly FormLine[] {
  const key = KEYS.find((candidate) => Array.isArray(form?.[candidate]));
  if (!form || !key) return [];
  return (form[key] as readonly unknown[]).map((line, index) => ({
    pointer: `/${key}/${index}`,
    text: textOf(line),
  }));
}

function textOf(line: unknown): string {
  if (line === null || typeof line !== 'object') return String(line);
  return Object.values(line)
    .flat()
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
}
