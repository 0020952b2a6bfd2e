import { frozen, readDataFile } from './data-file.js';

type Json = Readonly<Record<string, unknown>>;

/** The fields of one JSON object, read by name and checked; whatever is wrong names file, line and field. */
export class JsonRecord {
  constructor(
    private readonly where: string,
    private readonly fields: Json,
  ) {}

  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== 'string' || value === '') throw this.wrong(name, 'is no text');
    return value;
  }

  optional(name: string): string | undefined {
    return this.fields[name] === undefined || this.fields[name] === '' ? undefined : this.text(name);
  }

  integer(name: string): number {
    const value = this.fields[name];
    if (!Number.isSafeInteger(value)) throw this.wrong(name, 'is no whole number');
    return value as number;
  }

  optionalInteger(name: string): number | undefined {
    return this.fields[name] === undefined ? undefined : this.integer(name);
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    if (typeof value !== 'boolean') throw this.wrong(name, 'is neither true nor false');
    return value;
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const text = this.text(name);
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) throw this.wrong(name, `"${text}" is none of ${values.join(', ')}`);
    return value;
  }

  instant(name: string): Date {
    const value = new Date(this.text(name));
    if (Number.isNaN(value.getTime())) throw this.wrong(name, 'is no instant');
    return value;
  }

  texts(name: string): string[] {
    return this.array(name).map((value, index) => {
      if (typeof value !== 'string') throw this.wrong(`${name}[${index}]`, 'is no text');
      return value;
    });
  }

  /** An absent field is an empty list. */
  records<T>(name: string, toRecord: (record: JsonRecord) => T): T[] {
    if (this.fields[name] === undefined) return [];
    return this.array(name).map((value, index) => {
      if (typeof value !== 'object' || value === null) throw this.wrong(`${name}[${index}]`, 'is no object');
      return toRecord(new JsonRecord(`${this.where}${name}[${index}].`, value as Json));
    });
  }

  private array(name: string): unknown[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) throw this.wrong(name, 'is no list');
    return value;
  }

  private wrong(name: string, reason: string): Error {
    return new Error(`${this.where}${name}: ${reason}`);
  }
}

export function readJsonLines<T>(file: string, toRecord: (record: JsonRecord) => T): readonly T[] {
  return parseJsonLines(file, readDataFile(file), toRecord);
}

export function parseJsonLines<T>(file: string, text: string, toRecord: (record: JsonRecord) => T): readonly T[] {
  const records: T[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const where = `${file}, line ${index + 1}`;
    records.push(toRecord(new JsonRecord(`${where}, field `, parseObject(where, line))));
  });
  return frozen(records);
}

function parseObject(where: string, line: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${where}: is no JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${where}: is no object`);
  return value as Json;
}
