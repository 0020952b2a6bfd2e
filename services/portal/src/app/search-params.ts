/** What a URL says is foreign: each reader takes what it can use and drops the rest. */
export type RawSearch = Record<string, unknown>;

const LONGEST = 200;

export const textParam = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text.slice(0, LONGEST) : undefined;
};

export const countParam = (value: unknown): number | undefined =>
  /^[1-9]\d{0,5}$/.test(String(value)) ? Number(value) : undefined;

export const choiceParam = <T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

/** One or several of the choices, joined by commas. */
export const listParam = (value: unknown, choices: readonly string[]): string | undefined =>
  typeof value === 'string' && value.split(',').every((part) => choices.includes(part)) ? value : undefined;

export const flagParam = (value: unknown): true | undefined => (String(value) === 'true' ? true : undefined);

export const dayParam = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** A path of this site; never another one's address. */
export const pathParam = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
