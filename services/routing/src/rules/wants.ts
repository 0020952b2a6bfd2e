import { isUnit, parseStandardNumber, readAccuracy, readRange, type ServiceDomain } from '@nqi/kernel';
import type { Want } from './want.js';

/** What the reference lists say of the things that forms refer to. */
export interface ReferenceFacts {
  /** Unit in which an instrument's range is usually told, by number; an instrument of other kind has none. */
  readonly instrumentUnits: ReadonlyMap<string, string | undefined>;
  readonly instrumentNumbers: ReadonlyMap<string, string>;
  /** Product and method of each test item. */
  readonly testItems: ReadonlyMap<string, { readonly product: string; readonly method: string }>;
}

type Line = Readonly<Record<string, unknown>>;

/** Reads out of a form what is wanted, in the words that scopes are told in. */
export class WantReader {
  constructor(private readonly facts: ReferenceFacts) {}

  /** In the order of the form, each thing once; a form that was never checked gives what can be read of it. */
  of(domain: ServiceDomain, formJson: string): Want[] {
    const form = (JSON.parse(formJson) ?? {}) as Line;
    const wants = this.read(domain, form);
    return [...new Map(wants.map((want) => [JSON.stringify(want), want])).values()];
  }

  private read(domain: ServiceDomain, form: Line): Want[] {
    if (domain === 'metrology') return lines(form['instruments']).map((line) => this.instrument(line));
    if (domain === 'testing') return lines(form['tests']).flatMap((line) => this.tests(line));
    if (domain !== 'certification') return [];
    return lines(form['certification']).map((line) => ({ ...textOf(line, 'ref', 'object') }));
  }

  private instrument(line: Line): Want {
    const { ref, name } = { ...textOf(line, 'ref', 'ref'), ...textOf(line, 'name', 'name') };
    const number = ref ?? (name === undefined ? undefined : this.facts.instrumentNumbers.get(name));
    const usual = number === undefined ? undefined : this.facts.instrumentUnits.get(number);
    const unit = usual !== undefined && isUnit(usual) ? usual : undefined;
    const range = readRange(text(line['range']), unit);
    const { limit } = readAccuracy(text(line['accuracy']), unit);
    return {
      ...(number !== undefined ? { object: number } : name !== undefined && { name }),
      ...(range && { range }),
      ...(limit && { limit }),
    };
  }

  private tests(line: Line): Want[] {
    const asked = text(line['method']);
    const items = Array.isArray(line['items']) ? line['items'].map(String) : [];
    const product = textOf(line, 'ref', 'object');
    if (items.length === 0) return [product];
    return items.map((parameter) => {
      const item = this.facts.testItems.get(parameter);
      const method = wantedMethod(asked, text(line['standard']), item?.method);
      return {
        ...(item ? { object: item.product } : product),
        parameter,
        ...(method !== undefined && { method }),
      };
    });
  }
}

/**
 * The method that the client names, else the item's own. A product standard that is the method too (GB 31241) says by
 * its year which edition the client means.
 */
function wantedMethod(asked: string, productStandard: string, usual: string | undefined): string | undefined {
  const method = parseStandardNumber(asked) ?? parseStandardNumber(usual ?? '');
  const product = parseStandardNumber(productStandard);
  const same = method && product && method.prefix === product.prefix && method.serial === product.serial;
  return same && asked === '' && product.year !== undefined ? product.normalized : method?.normalized;
}

function lines(value: unknown): Line[] {
  return Array.isArray(value) ? value.filter((line): line is Line => typeof line === 'object' && line !== null) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOf<Name extends string>(line: Line, field: string, name: Name): { readonly [key in Name]?: string } {
  const value = text(line[field]);
  return (value === '' ? {} : { [name]: value }) as { [key in Name]?: string };
}
