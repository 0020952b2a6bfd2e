/** Raised digits by value; the font has ¹ ² ³ ⁴ and lacks the rest. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_NUMBER = /[⁺⁻]?[⁰¹²³⁴-⁹]+/g;
const IN_FONT = /^[¹²³⁴]$/;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** Text as the font can print it: `10⁻⁶` becomes `10^-6` because the font has no raised minus. */
export function printable(text: string): string {
  return text
    .replace(CONTROL, '')
    .replace(RAISED_NUMBER, (raised) => (IN_FONT.test(raised) ? raised : `^${lowered(raised)}`));
}

function lowered(raised: string): string {
  return [...raised]
    .map((character) => {
      if (character === '⁻') return '-';
      if (character === '⁺') return '+';
      return String(RAISED.indexOf(character));
    })
    .join('');
}
