import { DomainError, normalizeStandardNumber, parseStandardNumber } from '@nqi/kernel';
import { isReadableLimit, unitsOf, type Limit } from '../judgement/judge.js';
import type { FiledTest } from './filed-tests.js';
import type { PlanItem, TestReferences } from './test-references.js';

/** Under whose name an item is tested: within the licence (CMA), outside it, or by another laboratory. */
export type Scope = 'licensed' | 'unlicensed' | 'subcontracted';

/** An item as agreed in the contract; its method is dated. */
export interface AgreedItem extends PlanItem {
  readonly scope: Scope;
  readonly subcontractor?: string;
  /** Why the client wants a method that is no longer in force. */
  readonly oldEdition?: string;
}

export interface AgreedLine {
  readonly line: number;
  readonly product: string;
  readonly standard?: string;
  /** How many of the samples are tested; the others are kept in reserve. */
  readonly tested: number;
  readonly items: readonly AgreedItem[];
}

/** What the review of a contract writes for one product. */
export interface LineEntry extends Omit<AgreedLine, 'items'> {
  readonly items: readonly (Omit<AgreedItem, 'id'> & { readonly id?: string })[];
}

/** A job holds no more results than people can read and a report can print. */
const MOST_RESULTS = 2_000;
const USUAL_RESULTS = 400;

/**
 * The plan that both sides sign. Every filed product is in it once, every method is dated and in force (or knowingly
 * old), every limit can be read, and work outside the house names who does it.
 */
export function agreedPlan(
  entries: readonly LineEntry[],
  filed: readonly FiledTest[],
  references: Pick<TestReferences, 'method'>,
): AgreedLine[] {
  const lines = entries.map((entry, index) => {
    const pointer = `/lines/${index}`;
    const test = filed.find(({ line }) => line === entry.line);
    if (!test || entries.findIndex(({ line }) => line === entry.line) !== index) {
      throw refused('UNKNOWN_LINE', `${pointer}/line`, '没有此样品或重复', 'No such product, or there twice');
    }
    if (entry.tested > test.samples) {
      throw refused('TOO_MANY_TESTED', `${pointer}/tested`, `委托样品 ${test.samples} 件`, `Filed: ${test.samples}`);
    }
    return { ...entry, items: agreedItems(entry, references, pointer) };
  });
  const missing = filed.find(({ line }) => !entries.some((entry) => entry.line === line));
  if (missing) {
    throw refused('LINE_MISSING', '/lines', `缺少第 ${missing.line} 项样品`, `Product ${missing.line} is missing`);
  }
  if (resultsOf(lines) > MOST_RESULTS) {
    throw refused(
      'TOO_MANY_RESULTS',
      '/lines',
      `检测结果不得超过 ${MOST_RESULTS} 个`,
      `At most ${MOST_RESULTS} results`,
    );
  }
  return lines;
}

/** How many of each product's samples are usually tested: all of few, of very many a fair share. */
export function usualTested(filed: readonly FiledTest[]): number[] {
  const items = filed.map((test) => Math.max(1, test.items.length));
  const share = Math.max(1, Math.floor(USUAL_RESULTS / items.reduce((sum, count) => sum + count, 0)));
  return filed.map(({ samples }) => Math.min(samples, share));
}

export const limitOf = ({ limitType, limitValue, unit }: PlanItem): Limit => ({
  type: limitType,
  value: limitValue,
  ...(unit && { unit }),
});

/** How many results an item asks for: one per tested sample, or the units of its sampling plan. */
export const wantedResults = (item: PlanItem, tested: number): number => unitsOf(limitOf(item)) ?? tested;

const resultsOf = (lines: readonly AgreedLine[]): number =>
  lines.flatMap(({ items, tested }) => items.map((item) => wantedResults(item, tested))).reduce((a, b) => a + b, 0);

function agreedItems(
  { line, items }: LineEntry,
  references: Pick<TestReferences, 'method'>,
  pointer: string,
): AgreedItem[] {
  const ids = new Set<string>();
  return items.map((item, index) => {
    const at = `${pointer}/items/${index}`;
    const id = item.id ?? `L${line}-${String(index + 1).padStart(2, '0')}`;
    if (ids.has(id)) throw refused('ITEM_TWICE', `${at}/id`, '检测项目重复', 'The item is there twice');
    ids.add(id);
    const agreed = { ...item, id, method: datedMethod(item, references, at) };
    if (!isReadableLimit(limitOf(agreed))) {
      throw refused('UNREADABLE_LIMIT', `${at}/limitValue`, '限值与判定方式不符', 'The limit cannot be read');
    }
    if (item.scope === 'subcontracted' && !item.subcontractor) {
      throw refused('NO_SUBCONTRACTOR', `${at}/subcontractor`, '分包项目须写明分包机构', 'Name who does this item');
    }
    return agreed;
  });
}

function datedMethod(
  { method, oldEdition }: Pick<AgreedItem, 'method' | 'oldEdition'>,
  references: Pick<TestReferences, 'method'>,
  pointer: string,
): string {
  const number = parseStandardNumber(method);
  if (number?.year === undefined) {
    throw refused(
      'METHOD_WITHOUT_YEAR',
      `${pointer}/method`,
      '检测方法应为带年代号的标准编号，如 GB/T 228.1-2021',
      'The method must be a standard with its year, such as GB/T 228.1-2021',
    );
  }
  const state = references.method(number.normalized);
  if (state && !state.inForce && !oldEdition) {
    const instead = state.replacedBy.join('、') || '—';
    throw refused(
      'METHOD_NOT_IN_FORCE',
      `${pointer}/method`,
      `${number.normalized} 不是现行方法，可改用 ${instead}；客户坚持使用须写明理由`,
      `${number.normalized} is not in force; use ${instead} or say why the client insists`,
    );
  }
  return normalizeStandardNumber(method);
}

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', { zh, en }, {}, pointer);
