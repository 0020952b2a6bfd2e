import type { LocalizedText, WorkingCalendar } from '@nqi/kernel';
import { TicketClocks, type ClockSegment, type Terms, type SegmentCause } from '../clocks/ticket-clocks.js';
import type { Decision } from '../rules/decision.js';
import { explain } from '../rules/explain.js';
import { standingOf } from '../tickets/ticket-standing.js';
import { awaitsChoice, isAbove, isOfficeServed, type SlaState, type TicketRecord } from '../tickets/ticket-state.js';

/** A time in which the clocks stood still. */
export interface Pause {
  readonly cause: SegmentCause;
  readonly from: Date;
  /** Absent while it lasts. */
  readonly until?: Date;
  /** When a pause that lasts ends by itself; absent when somebody has to end it. */
  readonly endsBy?: Date;
}

/** The clock from routing to the result, in working minutes. */
export interface ClockReading {
  readonly sla: SlaState;
  readonly usedMinutes: number;
  readonly limitMinutes: number;
  readonly pausedMinutes: number;
}

export const NEXT_STEPS = [
  'OFFICE_ACCEPTS',
  'HUB_PLACES',
  'YOU_CHOOSE',
  'YOU_CORRECT',
  'PAUSE_ENDS',
  'OFFICE_SERVES',
  'INSTITUTION_BEGINS',
  'INSTITUTION_WORKS',
  'FINISHED',
  'WITHDRAWN',
] as const;
export type NextStepCode = (typeof NEXT_STEPS)[number];

export interface NextStep {
  readonly code: NextStepCode;
  readonly text: LocalizedText;
  /** By when; absent when nothing is due, or nobody can say. */
  readonly dueAt?: Date;
}

/** What is promised of an item, who holds it, and how its time runs, as its applicant may know it. */
export interface Progress {
  readonly clock: ClockReading;
  readonly pauses: readonly Pause[];
  readonly nextStep: NextStep;
}

export function progressOf(ticket: TicketRecord, office: LocalizedText, terms: Terms, now: Date): Progress {
  const { clocks } = standingOf(ticket, terms, now);
  const pauses = pausesOf(ticket.segments, new TicketClocks(ticket, terms).pauseLimit()?.at);
  const { usedMinutes, pausedMinutes } = clocks;
  return {
    clock: {
      sla: ticket.sla,
      usedMinutes,
      limitMinutes: limitOf(ticket, pauses, terms.calendar.working),
      pausedMinutes,
    },
    pauses,
    nextStep: nextStepOf(ticket, office, pauses.at(-1)),
  };
}

function pausesOf(segments: readonly ClockSegment[], endsBy: Date | undefined): Pause[] {
  return segments.flatMap(({ state, cause, from }, index) => {
    if (state !== 'paused') return [];
    const until = segments[index + 1]?.from;
    return [{ cause, from, ...(until ? { until } : endsBy && { endsBy }) }];
  });
}

/** The promise as it was made: what the pauses that ended added to the due time is none of it. */
function limitOf(
  { segments, completeDueAt }: TicketRecord,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): number {
  const begun = segments[0]?.from ?? completeDueAt;
  const paused = pauses.map(({ from, until }) => (until ? calendar.workingMinutesBetween(from, until) : 0));
  return Math.round(
    paused.reduce((left, minutes) => left - minutes, calendar.workingMinutesBetween(begun, completeDueAt)),
  );
}

function nextStepOf(ticket: TicketRecord, office: LocalizedText, lastPause: Pause | undefined): NextStep {
  const { status, acceptDueAt, completeDueAt, domain, institution, triage } = ticket;
  const body = institution ? { zh: `“${institution.name}”`, en: institution.name } : { zh: '承办机构', en: 'The body' };
  switch (status) {
    case 'ROUTED':
      if (triage !== undefined) {
        return {
          code: 'HUB_PLACES',
          text: { zh: `${office.zh}正在为您安排承办单位`, en: `${office.en} is looking for a body to perform it` },
          dueAt: acceptDueAt,
        };
      }
      if (awaitsChoice(ticket)) {
        return {
          code: 'YOU_CHOOSE',
          text: { zh: '请您从推荐名单中选择承办机构', en: 'Please choose who performs it from the ranked list' },
          ...(lastPause?.endsBy && { dueAt: lastPause.endsBy }),
        };
      }
      return {
        code: 'OFFICE_ACCEPTS',
        text: { zh: `等待${office.zh}受理`, en: `${office.en} is to accept it` },
        dueAt: acceptDueAt,
      };
    case 'RETURNED':
      return {
        code: 'YOU_CORRECT',
        text: { zh: '请您补正材料后重新提交', en: 'Please correct the form and send it again' },
      };
    case 'PAUSED':
      return {
        code: 'PAUSE_ENDS',
        text: { zh: '暂停计时，事由消除后继续办理', en: 'The clock stands still; work goes on when the cause is gone' },
        ...(lastPause?.endsBy && { dueAt: lastPause.endsBy }),
      };
    case 'ACCEPTED':
      return isOfficeServed(domain) || isAbove(ticket)
        ? {
            code: 'OFFICE_SERVES',
            text: { zh: `${office.zh}正在办理`, en: `${office.en} is working on it` },
            dueAt: completeDueAt,
          }
        : {
            code: 'INSTITUTION_BEGINS',
            text: { zh: `${body.zh}即将立项开展工作`, en: `${body.en} is about to begin its work` },
            dueAt: completeDueAt,
          };
    case 'IN_PROGRESS':
      if (isAbove(ticket)) {
        return {
          code: 'OFFICE_SERVES',
          text: { zh: `${office.zh}正在办理`, en: `${office.en} is working on it` },
          dueAt: completeDueAt,
        };
      }
      return {
        code: 'INSTITUTION_WORKS',
        text: { zh: `${body.zh}正在办理`, en: `${body.en} is working on it` },
        dueAt: completeDueAt,
      };
    case 'RESOLVED':
      return { code: 'FINISHED', text: { zh: '已办结', en: 'It is done' } };
    case 'CANCELLED':
      return { code: 'WITHDRAWN', text: { zh: '已终止，不再办理', en: 'It was stopped; nobody works on it any more' } };
  }
}

/** The router's sentence, and who holds the ticket now where people have changed that since. */
export function sentenceOf(
  decision: Pick<Decision, 'node' | 'institution' | 'triage'>,
  { nodeCode, institution }: Pick<TicketRecord, 'nodeCode' | 'institution'>,
  nameOf: (nodeCode: string) => LocalizedText,
): LocalizedText {
  const said = [explain(decision, nameOf(decision.node.code))];
  if (nodeCode !== decision.node.code) {
    const office = nameOf(nodeCode);
    said.push({ zh: `后转由${office.zh}办理。`, en: `It was passed on to ${office.en}.` });
  }
  if (institution && institution.id !== decision.institution.id) {
    said.push({
      zh: `经工作人员确定，由“${institution.name}”承办。`,
      en: `The office chose ${institution.name} to perform it.`,
    });
  }
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}
