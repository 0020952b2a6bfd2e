import { DomainError } from './domain-error.js';

/** Money is a whole number of fen (分, 1/100 yuan) everywhere; yuan exist only as text on the way in and out. */
export type Fen = number;

const YUAN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value);
}

/** `12.5` → 1250. Refuses a third decimal instead of rounding it away. */
export function yuanToFen(yuan: string, pointer?: string): Fen {
  const match = YUAN.exec(yuan.normalize('NFKC').trim().replaceAll(',', ''));
  if (!match) {
    throw new DomainError(
      'MONEY.INVALID_AMOUNT',
      'invalid',
      { zh: `金额格式不正确：${yuan}`, en: `Not an amount in yuan: ${yuan}` },
      { yuan },
      pointer,
    );
  }
  const [, sign, whole, cents = ''] = match;
  const fen = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return sign && fen !== 0 ? -fen : fen;
}

/** 123450 → `1234.50`. */
export function fenToYuan(fen: Fen): string {
  const digits = String(Math.abs(requireFen(fen))).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 123450 → `¥1,234.50`. */
export function formatFen(fen: Fen): string {
  const grouped = fenToYuan(Math.abs(fen)).replace(/\B(?=(\d{3})+\.)/g, ',');
  return `${fen < 0 ? '-' : ''}¥${grouped}`;
}

/** Throws rather than lose precision when the sum leaves the range of exact integers. */
export function addFen(...amounts: readonly Fen[]): Fen {
  return amounts.reduce<Fen>((total, amount) => requireFen(total + requireFen(amount)), 0);
}

export function multiplyFen(unitPrice: Fen, quantity: number): Fen {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`Not a whole quantity: ${quantity}`);
  return requireFen(requireFen(unitPrice) * quantity);
}

function requireFen(value: number): Fen {
  if (!isFen(value)) throw new RangeError(`Not a whole number of fen: ${value}`);
  return value;
}
