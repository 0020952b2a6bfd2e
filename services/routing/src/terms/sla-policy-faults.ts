import { type ContentFault, DOMAINS, SPAN_UNITS } from '@nqi/kernel';
import { LADDER_CLOCKS, RUNG_ACTS, RUNG_AUDIENCES, isClientWait } from '../clocks/escalation-ladder.js';
import { CLIENT_CHOICE, LIMITED, LIMITED_STAGES, PAUSE_REASONS } from '../clocks/service-level.js';
import { OPEN_TICKETS } from '../clocks/sla-policy.js';
import { NODE_LEVELS } from '../network/service-node.js';

type Check = (value: unknown, pointer: string) => ContentFault[];

const CODE = /^[a-z][a-z0-9-]{0,29}$/;
const SERVICE = /^[A-Z]{3}-(\d{3}|\d{0,2}\*)$/;
const LONGEST_LIST = 200;
/** Longest limit of any unit: five years in minutes. */
const LONGEST = 2_628_000;
const LONGEST_PAUSE_DAYS = 250;

const fault = (pointer: string, detail: string): ContentFault[] => [{ pointer: pointer || '/', detail }];
const oneOf =
  (choices: readonly unknown[]): Check =>
  (value, at) =>
    choices.includes(value) ? [] : fault(at, `one of ${choices.join(', ')}`);
const whole =
  (least: number, most: number): Check =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : fault(at, `a whole number from ${least} to ${most}`);
const text =
  (pattern: RegExp): Check =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : fault(at, `a text such as ${pattern.source}`);
const list =
  (each: Check): Check =>
  (value, at) =>
    Array.isArray(value) && value.length <= LONGEST_LIST
      ? value.flatMap((member, index) => each(member, `${at}/${index}`))
      : fault(at, `a list of ${LONGEST_LIST} at most`);
const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(at, 'an object');
    const fields = value as Record<string, unknown>;
    const checks = { ...required, ...optional };
    return [
      ...Object.keys(fields)
        .filter((key) => !Object.hasOwn(checks, key))
        .flatMap((key) => fault(`${at}/${escaped(key)}`, 'not a field of a policy')),
      ...Object.keys(required)
        .filter((key) => !Object.hasOwn(fields, key))
        .flatMap((key) => fault(`${at}/${key}`, 'missing')),
      ...Object.entries(checks)
        .filter(([key]) => Object.hasOwn(fields, key))
        .flatMap(([key, check]) => check(fields[key], `${at}/${key}`)),
    ];
  };
const fieldsOf = (names: readonly string[], check: Check) => Object.fromEntries(names.map((name) => [name, check]));

const span = object({ unit: oneOf(SPAN_UNITS), n: whole(0, LONGEST) });
const limits = { ...fieldsOf(LIMITED, span), stages: object({}, fieldsOf(LIMITED_STAGES, span)) };
const share: Check = (value, at) =>
  typeof value === 'number' && value > 0 && value < 1 ? [] : fault(at, 'a share between 0 and 1');
const days = whole(0, LONGEST_PAUSE_DAYS);
const when: Check = (value, at) => {
  const kinds = { share, workingDaysAfterDue: days, workingDaysIn: days };
  const key = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const [kind] = Object.entries(kinds).filter(([name]) => key.length === 1 && key[0] === name);
  return kind ? object({ [kind[0]]: kind[1] })(value, at) : fault(at, `one of ${Object.keys(kinds).join(', ')}`);
};
const rung = object({
  code: text(CODE),
  clock: oneOf(LADDER_CLOCKS),
  when,
  audience: oneOf(RUNG_AUDIENCES),
  act: oneOf(RUNG_ACTS),
});
const longestPause = whole(1, LONGEST_PAUSE_DAYS);
const policy = object({
  openTickets: oneOf(OPEN_TICKETS),
  rules: list(
    object(
      { limits: object({}, limits) },
      {
        services: list(text(SERVICE)),
        domains: list(oneOf(DOMAINS)),
        levels: list(oneOf(NODE_LEVELS)),
        urgencies: list(oneOf(['normal', 'urgent'])),
      },
    ),
  ),
  limits: object({ accept: span, 'first-response': span }, limits),
  ladder: list(rung),
  pauseLimits: object(fieldsOf(PAUSE_REASONS, longestPause), { [CLIENT_CHOICE]: longestPause }),
});

/** Everything that is wrong with the content of a service-level policy; empty when tickets can be promised by it. */
export function slaPolicyFaults(content: unknown): ContentFault[] {
  const faults = policy(content, '');
  if (faults.length > 0) return faults;
  const { ladder, pauseLimits } = content as { ladder: LadderRung[]; pauseLimits: Record<string, number> };
  return ladderFaults(ladder, pauseLimits[CLIENT_CHOICE] !== undefined);
}

interface LadderRung {
  code: string;
  clock: string;
  when: object;
  audience: string;
  act: string;
}

/** What the shape cannot say: each promise has its breach at its due time, a return and an endless choice know none. */
function ladderFaults(ladder: readonly LadderRung[], choiceEnds: boolean): ContentFault[] {
  const faults = ladder.flatMap(({ code, clock, when: time, audience, act }, index) => {
    const at = `/ladder/${index}`;
    const twice = ladder.findIndex((other) => other.clock === clock && other.code === code) < index;
    const ofClient = isClientWait(clock);
    const days = 'workingDaysIn' in time;
    return [
      ...(twice ? fault(`${at}/code`, 'the clock has this rung already') : []),
      ...(clock === 'return' && !days ? fault(`${at}/when`, 'a return has workingDaysIn only') : []),
      ...(days && !ofClient ? fault(`${at}/when`, 'workingDaysIn is for returns and choices') : []),
      ...(clock === 'choice' && !days && !choiceEnds ? fault(`${at}/when`, 'the choice has no end to count from') : []),
      ...(ofClient && act !== 'notify' ? fault(`${at}/act`, 'a return or a choice is only told of') : []),
      ...(audience === 'client' && !ofClient ? fault(`${at}/audience`, 'a client hears of its own turn only') : []),
      ...(code === 'at-risk' && !('share' in time) ? fault(`${at}/when`, 'at-risk fires at a share') : []),
    ];
  });
  const breaches = (clock: string) =>
    ladder.some(
      ({ code, when: time, ...each }) =>
        each.clock === clock && code === 'breach' && 'workingDaysAfterDue' in time && time.workingDaysAfterDue === 0,
    );
  const promises = ['accept', 'complete'].filter((clock) => !breaches(clock));
  return [...faults, ...promises.flatMap((clock) => fault('/ladder', `${clock} has no breach at its due time`))];
}

const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');
