import { normalizeStandardNumber, parseStandardNumber } from '@nqi/kernel';
import { standards } from '@nqi/reference-data';
import type { Corpus, Standard } from './standard.js';

/** The day the packaged corpus was compiled; a status later than that wants a look at the official platform. */
const COMPILED_ON = '2026-11-24';

/** The standards of the reference data that ships with the product. */
export function packagedCorpus(): Corpus {
  return corpusOf(
    standards().map((row) => ({
      number: normalizeStandardNumber(row.stdNo),
      titleZh: row.titleZh,
      titleEn: row.titleEn,
      level: row.level,
      nature: row.nature,
      issuedOn: row.issueDate,
      implementedOn: row.implementationDate,
      believed: row.status,
      replaces: row.replaces.map(normalizeStandardNumber),
      partlyReplaces: row.partlyReplaces.map(normalizeStandardNumber),
      replacedBy: row.replacedBy.map(normalizeStandardNumber),
      note: row.note,
    })),
    `本系统标准题录库(数据截至 ${COMPILED_ON}，以全国标准信息公共服务平台为准)`,
  );
}

export function corpusOf(all: readonly Standard[], source: string): Corpus {
  const byNumber = new Map(all.map((standard) => [standard.number, standard]));
  const bySerial = new Map<string, Standard[]>();
  const byReplaced = new Map<string, Standard[]>();
  for (const standard of all) {
    const parsed = parseStandardNumber(standard.number);
    if (parsed) push(bySerial, `${parsed.prefix} ${parsed.serial}`, standard);
    for (const replaced of [...standard.replaces, ...standard.partlyReplaces]) push(byReplaced, replaced, standard);
  }
  for (const editions of bySerial.values()) editions.sort((a, b) => yearOf(a) - yearOf(b));
  return {
    source,
    find: (number) => byNumber.get(number),
    editions: (prefix, serial) => bySerial.get(`${prefix} ${serial}`) ?? [],
    successors: (number) => byReplaced.get(number) ?? [],
    all: () => all,
  };
}

const yearOf = ({ number }: Standard): number => parseStandardNumber(number)?.year ?? 0;

function push(index: Map<string, Standard[]>, key: string, standard: Standard): void {
  const list = index.get(key);
  if (list) list.push(standard);
  else index.set(key, [standard]);
}
