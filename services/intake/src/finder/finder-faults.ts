import type { LocalizedText } from '@nqi/kernel';
import { pointerTo, type Fault } from '../faults/fault.js';
import { proposalsFor, questionOf, type Finder, type GivenAnswer } from './finder.js';

export const FEWEST_QUESTIONS = 3;
export const MOST_QUESTIONS = 5;
/** More ways through the questions than anybody reads through before publishing them. */
const MOST_WAYS = 20_000;

/** Why a finder of the right shape cannot be asked; `base` is its place in the content. */
export function finderFaults(
  finder: Finder,
  offers: { readonly services: ReadonlySet<string>; readonly packages: ReadonlySet<string> },
  base: string,
): Fault[] {
  const faults = [...questionFaults(finder, base), ...proposalFaults(finder, offers, base)];
  return faults.length > 0 ? faults : wayFaults(finder, base);
}

function questionFaults(finder: Finder, base: string): Fault[] {
  const faults: Fault[] = [];
  const known = new Set<string>();
  if (!questionOf(finder, finder.start)) faults.push(unknown(pointerTo(base, 'start'), finder.start));
  for (const [q, { id, options }] of finder.questions.entries()) {
    const place = pointerTo(base, 'questions', q);
    if (known.has(id)) faults.push(twice(pointerTo(place, 'id'), id));
    known.add(id);
    const ids = options.map((option) => option.id);
    for (const [o, { id: optionId, next }] of options.entries()) {
      if (ids.indexOf(optionId) !== o) faults.push(twice(pointerTo(place, 'options', o, 'id'), optionId));
      if (next !== undefined && !questionOf(finder, next)) {
        faults.push(unknown(pointerTo(place, 'options', o, 'next'), next));
      }
    }
  }
  return faults;
}

function proposalFaults(
  finder: Finder,
  { services, packages }: { readonly services: ReadonlySet<string>; readonly packages: ReadonlySet<string> },
  base: string,
): Fault[] {
  return finder.proposals.flatMap(({ when, services: named = [], packageCode }, p) => {
    const place = pointerTo(base, 'proposals', p);
    const conditions = Object.entries(when).flatMap(([id, options]) => {
      const question = questionOf(finder, id);
      if (!question) return [unknown(pointerTo(place, 'when', id), id)];
      return options.flatMap((option, o) =>
        question.options.some((each) => each.id === option) ? [] : [unknown(pointerTo(place, 'when', id, o), option)],
      );
    });
    const codes = named.flatMap((code, i) =>
      services.has(code) ? [] : [unknown(pointerTo(place, 'services', i), code)],
    );
    const group =
      packageCode === undefined || packages.has(packageCode)
        ? []
        : [unknown(pointerTo(place, 'packageCode'), packageCode)];
    return [...conditions, ...codes, ...group];
  });
}

/** Every way through the questions asks three to five of them and ends with something proposed. */
function wayFaults(finder: Finder, base: string): Fault[] {
  const faults: Fault[] = [];
  let ways = 0;
  const follow = (id: string, given: readonly GivenAnswer[]): void => {
    const question = questionOf(finder, id);
    if (!question || ways > MOST_WAYS || faults.length > 0) return;
    for (const option of question.options) {
      const answered = [...given, { question, option }];
      const way = answered.map((answer) => answer.option.id).join(' > ');
      if (answered.length > MOST_QUESTIONS) {
        faults.push(
          wrong(
            pointerTo(base, 'questions'),
            `问题超过 ${MOST_QUESTIONS} 个：${way}`,
            `More than ${MOST_QUESTIONS} questions: ${way}`,
          ),
        );
        return;
      }
      if (option.next !== undefined) {
        follow(option.next, answered);
        continue;
      }
      ways += 1;
      if (answered.length < FEWEST_QUESTIONS) {
        faults.push(
          wrong(
            pointerTo(base, 'questions'),
            `问题少于 ${FEWEST_QUESTIONS} 个：${way}`,
            `Fewer than ${FEWEST_QUESTIONS} questions: ${way}`,
          ),
        );
      }
      if (proposalsFor(finder, answered).length === 0) {
        faults.push(wrong(pointerTo(base, 'proposals'), `没有推荐结果：${way}`, `Nothing is proposed for ${way}`));
      }
    }
  };
  follow(finder.start, []);
  if (ways > MOST_WAYS) {
    faults.push(wrong(pointerTo(base, 'questions'), '问题组合过多', 'There are too many ways through the questions'));
  }
  return faults;
}

const fault = (code: string, pointer: string, text: LocalizedText): Fault => ({ code, pointer, text });
const wrong = (pointer: string, zh: string, en: string) => fault('FINDER.WAY', pointer, { zh, en });
const unknown = (pointer: string, name: string) =>
  fault('FINDER.UNKNOWN', pointer, { zh: `没有 ${name}`, en: `There is no ${name}` });
const twice = (pointer: string, name: string) =>
  fault('FINDER.TWICE', pointer, { zh: `${name} 重复`, en: `${name} stands there twice` });
