const INDUSTRY_CODE = /^[A-T](\d{2}(\d\d?)?)?$/;

/** GB/T 4754-2017: section letter, then division, group and class digits as far as known (`C`, `C38`, `C3841`). */
export function isIndustryCode(code: string): boolean {
  return INDUSTRY_CODE.test(code);
}

/** Manufacturing is section C, divisions 13 to 43. */
export function isManufacturing(code: string): boolean {
  if (!isIndustryCode(code) || !code.startsWith('C')) return false;
  const division = code.slice(1, 3);
  return division === '' || (division >= '13' && division <= '43');
}
