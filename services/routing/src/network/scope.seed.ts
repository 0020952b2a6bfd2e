import { isUnit, parseStandardNumber, readAccuracy, readRange } from '@nqi/kernel';
import {
  calibrationItems,
  certificationSchemes,
  demoScopes,
  mandatoryInstruments,
  standards,
  testProducts,
  type DemoScope,
} from '@nqi/reference-data';
import type { ScopeRow } from './capability-scope.js';

/**
 * Rows of the reference lists that a demonstration body is taken to cover within a service: ranges, illustrative CMC
 * figures and methods as the lists have them. Empty where nothing was written down: the capability is then not limited.
 */
export function demonstrationScope(institutionId: string, serviceCode: string): ScopeRow[] {
  return demoScopes()
    .filter((scope) => scope.institutionId === institutionId && scope.serviceCodes.includes(serviceCode))
    .flatMap((scope) => ROWS[scope.source](scope.select));
}

const ROWS: Readonly<Record<DemoScope['source'], (select: readonly string[]) => ScopeRow[]>> = {
  mandatory_instruments: (select) =>
    mandatoryInstruments()
      .filter(({ class1Name, useAreas }) => [class1Name, ...useAreas].some((word) => select.includes(word)))
      .map(({ id }) => ({ object: id, demo: true })),
  calibration_items: (select) =>
    calibrationItems()
      .filter(({ discipline }) => select.includes(discipline))
      .map(calibrationRow),
  test_products: (select) =>
    testProducts()
      .filter(({ category }) => select.includes(category))
      .flatMap(({ id, items }) =>
        items.flatMap((item) => {
          const method = datedMethod(item.methodStandard);
          return method === undefined ? [] : [{ object: id, parameter: item.id, method, demo: true }];
        }),
      ),
  certification_schemes: (select) =>
    certificationSchemes()
      .filter(({ code, category }) => select.includes(code) || select.includes(category))
      .map(({ code }) => ({ object: code, demo: true })),
};

/** What cannot be read as one range or one uncertainty is left out: the row then says less, never something else. */
function calibrationRow(item: ReturnType<typeof calibrationItems>[number]): ScopeRow {
  const unit = isUnit(item.unit) ? item.unit : undefined;
  const range = readRange(item.range, unit);
  const { limit } = readAccuracy(item.cmcExpandedUncertainty, unit);
  const method = parseStandardNumber(item.specNo)?.normalized;
  return {
    object: item.id,
    ...(range && { range }),
    ...(limit && { uncertainty: { ...limit, k: Number(item.coverageFactorK) } }),
    ...(method !== undefined && { method }),
    demo: true,
  };
}

/** With the year of the edition in force where the list names none; undefined when no edition is known. */
function datedMethod(text: string): string | undefined {
  const method = parseStandardNumber(text);
  if (!method || method.year !== undefined) return method?.normalized;
  return standards()
    .filter(({ status }) => status === 'current')
    .map(({ stdNo }) => parseStandardNumber(stdNo))
    .find((found) => found?.prefix === method.prefix && found.serial === method.serial)?.normalized;
}
