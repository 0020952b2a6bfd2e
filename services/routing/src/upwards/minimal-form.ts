/*
 * What leaves the city of a filing: what is asked for, and nobody's name, telephone or identity number.
 */

const OF_PEOPLE = /contact|phone|mobile|tel$|email|mail$|wechat|address|id_?(card|number)|person(_?name)?$|applicant/i;
const HIDDEN = '***';
/** Mobile numbers, and resident identity numbers of 18 places, wherever they stand in a text. */
const NUMBERS_OF_PEOPLE = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A form without the fields that speak of people, and with the numbers of people in its texts hidden. */
export function minimalForm(form: unknown): unknown {
  if (typeof form === 'string') return form.replace(NUMBERS_OF_PEOPLE, HIDDEN).replace(EMAIL, HIDDEN);
  if (Array.isArray(form)) return form.map(minimalForm);
  if (typeof form !== 'object' || form === null) return form;
  const kept = Object.entries(form).filter(([key]) => !OF_PEOPLE.test(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, minimalForm(value)]));
}
