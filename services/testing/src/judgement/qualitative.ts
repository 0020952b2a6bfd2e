import type { Verdict } from './verdict.js';

interface Words {
  readonly pass: readonly string[];
  readonly fail: readonly string[];
}

/** Requirements in words whose answers are fixed words themselves. */
const ANSWERS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    合格: { pass: ['合格', '符合'], fail: ['不合格', '不符合'] },
    无: { pass: ['无', '未见', '未发现'], fail: ['有', '可见'] },
    不应检出: { pass: ['未检出'], fail: ['检出'] },
    不得检出: { pass: ['未检出'], fail: ['检出'] },
    不得使用: { pass: ['未检出', '未使用'], fail: ['检出', '使用'] },
  }),
);
const SEPARATORS = /[、,;。]|或|和|及/;
const NEGATION = /^(没有|未|无|不)(?=.)/;

/** A thing that happened or did not: `未起火` is 起火 that did not. */
interface Occurrence {
  readonly what: string;
  readonly happened: boolean;
}

/**
 * Judges an observation in words. Understands fixed answers (合格/不合格, 未检出/检出 …) and requirements that list what
 * must not happen (不起火、不爆炸); everything else is left to a person.
 */
export function judgeObservation(requirement: string, observation: string): Verdict {
  const [wanted, seen] = [plain(requirement), plain(observation)];
  const words = ANSWERS.get(wanted);
  if (words) return words.pass.includes(seen) ? 'PASS' : words.fail.includes(seen) ? 'FAIL' : 'UNJUDGED';
  const forbidden = occurrencesIn(wanted);
  if (forbidden.length === 0 || forbidden.some(({ happened }) => happened)) return 'UNJUDGED';
  return judgeOccurrences(
    forbidden.map(({ what }) => what),
    occurrencesIn(seen),
  );
}

/** An observation that meets the requirement, where there is one that the table above understands. */
export function passingObservation(requirement: string): string | undefined {
  const wanted = plain(requirement);
  const answer = ANSWERS.get(wanted)?.pass[0];
  if (answer) return answer;
  const forbidden = occurrencesIn(wanted);
  const negated = forbidden.map(({ what }) => `未${what}`).join('、');
  return judgeObservation(wanted, negated) === 'PASS' ? negated : undefined;
}

function judgeOccurrences(forbidden: readonly string[], seen: readonly Occurrence[]): Verdict {
  const stated = (what: string, happened: boolean) =>
    seen.some((occurrence) => occurrence.what === what && occurrence.happened === happened);
  if (forbidden.some((what) => stated(what, true))) return 'FAIL';
  const onlyThese = seen.every(({ what }) => forbidden.includes(what));
  return onlyThese && forbidden.every((what) => stated(what, false)) ? 'PASS' : 'UNJUDGED';
}

/** 无 at the head of a list denies all of it, 不 and 未 only the word they stand before. */
function occurrencesIn(text: string): Occurrence[] {
  const deniesAll = text.startsWith('无');
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ what: part.replace(NEGATION, ''), happened: !deniesAll && !NEGATION.test(part) }));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
