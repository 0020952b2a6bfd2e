import type { ServiceDomain } from '@nqi/kernel';

/** Product categories by product id, as the references of testing forms name them. */
export class ProductCategories {
  constructor(private readonly categories: ReadonlyMap<string, string>) {}

  /** Distinct categories of the products that a form refers to, sorted; empty when it refers to none that is known. */
  of(domain: ServiceDomain, formJson: string): string[] {
    if (domain !== 'testing') return [];
    const tests = (JSON.parse(formJson) as { tests?: unknown } | null)?.tests;
    if (!Array.isArray(tests)) return [];
    const found = tests.map((test) => this.categories.get(String((test as { ref?: unknown } | null)?.ref)));
    return [...new Set(found.filter((category) => category !== undefined))].sort();
  }
}
