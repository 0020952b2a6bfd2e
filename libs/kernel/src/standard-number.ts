/** Who issues a standard, or `metrology` for verification regulations (JJG) and calibration specifications (JJF). */
export type StandardKind = 'national' | 'industry' | 'local' | 'group' | 'enterprise' | 'metrology' | 'international';

export interface StandardNumber {
  /** The one spelling under which a standard is stored and compared. */
  readonly normalized: string;
  readonly kind: StandardKind;
  /** `GB/T`, `JJG`, `DB37`, `T/CECS` … */
  readonly prefix: string;
  /** Without prefix and year: `175`, `17421.1`, `9001`. */
  readonly serial: string;
  /** Absent in an undated citation, which always means the latest edition. */
  readonly year?: number;
}

/** Two-letter trade codes of industry standards in use, and the three-letter ones of construction and transport. */
const INDUSTRY_PREFIXES = new Set(
  (
    'AQ BB CB CH CJ CY DA DL DY DZ EJ FZ GA GC GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA LB LD LS LY MH MR MT MZ ' +
    'NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY ' +
    'CJJ JGJ JTG JTS'
  ).split(' '),
);

const SERIAL_AND_YEAR = String.raw`(\d{1,5}(?:\.\d{1,3})*)(?:-(\d{4}|\d{2}))?`;
const INDUSTRY = new RegExp(`^([A-Z]{2,3})((?:/[TZ])?) ${SERIAL_AND_YEAR}$`);

const SHAPES: ReadonlyArray<readonly [StandardKind, RegExp]> = [
  ['national', new RegExp(`^(GB(?:/[TZ])?|GBZ(?:/T)?) ${SERIAL_AND_YEAR}$`)],
  ['metrology', new RegExp(`^(JJ[GF](?:\\([\\u4e00-\\u9fa5]{1,2}\\))?) ${SERIAL_AND_YEAR}$`)],
  ['local', new RegExp(`^(DB\\d{2}(?:\\d{2})?(?:/T)?)/? ${SERIAL_AND_YEAR}$`)],
  ['group', new RegExp(`^(T/[A-Z0-9]{2,10}) ${SERIAL_AND_YEAR}$`)],
  // Practice varies between enterprises, so nearly everything after Q/ that ends in a number and a year is accepted.
  ['enterprise', /^(Q\/[0-9A-Z]{2,12}(?: ?[A-Z][0-9A-Z.]{0,7})?)(?:[ -]|(?<!\d))(\d{2,5}(?:\.\d{1,3})?)-(\d{4})$/],
  ['enterprise', /^(Q\/[0-9A-Z]{2,12}(?: ?[0-9A-Z.]{1,8})?)(\d{2,5}(?:\.\d{1,3})?)-(\d{4})$/],
  ['international', /^((?:ISO\/IEC|ISO|IEC|IATF)(?:\/TS|\/TR)?) (\d{1,6}(?:-\d{1,3})*)(?::(\d{4}))?$/],
];

/** Undefined when the text is not a standard number in any of the forms in use in China. */
export function parseStandardNumber(text: string): StandardNumber | undefined {
  const normalized = normalizeStandardNumber(text);
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(normalized);
    if (match) return standardNumber(normalized, kind, match[1], match[2], match[3]);
  }
  const [, trade = '', nature = '', serial, year] = INDUSTRY.exec(normalized) ?? [];
  if (!INDUSTRY_PREFIXES.has(trade)) return undefined;
  return standardNumber(normalized, 'industry', trade + nature, serial, year);
}

export function isStandardNumber(text: string): boolean {
  return parseStandardNumber(text) !== undefined;
}

/**
 * Half-width, upper case, plain hyphens, one space between prefix and number: `gb／t19001—2016` → `GB/T 19001-2016`.
 * A mandatory local standard keeps its slash (`DB37/ 2374-2018`). Unknown forms come back tidied but unchecked.
 */
export function normalizeStandardNumber(text: string): string {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[‐‑‒–—―−_]/g, '-')
    .replace(/\s*([-/:()])\s*/g, '$1')
    .replace(/\s+/g, ' ');
  if (/^Q\//.test(tidy)) return tidy;
  return tidy
    .replace(/^GBT(?=[ \d])/, 'GB/T')
    .replace(/^DB ?(\d{4}|\d{2})(?:\/(T?) ?| )(?=\d)/, 'DB$1/$2 ')
    .replace(/^(?!DB\d)([A-Z]+(?:\/[A-Z]+)*(?:\([\u4e00-\u9fa5]{1,2}\))?) ?(?=\d)/, spaceAfterPrefix);
}

/** Group prefixes may hold digits themselves (`T/ZZB 0001-2020`), so they keep the space they came with. */
function spaceAfterPrefix(match: string, prefix: string): string {
  return prefix.startsWith('T/') && !match.endsWith(' ') ? match : `${prefix} `;
}

function standardNumber(
  normalized: string,
  kind: StandardKind,
  prefix = '',
  serial = '',
  year?: string,
): StandardNumber {
  if (year === undefined) return { normalized, kind, prefix, serial };
  return { normalized, kind, prefix, serial, year: year.length === 2 ? 1900 + Number(year) : Number(year) };
}
