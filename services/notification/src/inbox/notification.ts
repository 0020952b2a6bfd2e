import type { LocalizedText } from '@nqi/kernel';
import { eventName, type Happening, type SubjectType } from '../happenings/happening.js';
import type { Rule } from './rule.js';
import { RULES } from './rules.js';

/** What one audience is told of one event. */
export interface Notification {
  /** USCC, registry id of an institution, or path of an office. */
  readonly audience: string;
  readonly eventId: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly domain?: string;
  readonly createdAt: Date;
}

/** What the rules say of a happening; a party that is not there is told nothing. */
export function notificationsOf(happening: Happening): Notification[] {
  return (RULES[eventName(happening.type)] ?? []).flatMap((rule) => {
    const audience = happening.parties[rule.to];
    const subjectId = happening.subjects[rule.subject];
    return audience && subjectId ? [compose(rule, happening, audience, subjectId)] : [];
  });
}

function compose(rule: Rule, { facts, ...happening }: Happening, audience: string, subjectId: string): Notification {
  return {
    audience,
    eventId: happening.eventId,
    kind: rule.kind,
    title: fill(rule.title, facts),
    body: fill(rule.body, facts),
    subjectType: rule.subject,
    subjectId,
    domain: happening.domain || undefined,
    createdAt: happening.at,
  };
}

const fill = (template: LocalizedText, facts: Happening['facts']): LocalizedText => ({
  zh: fillIn(template, 'zh', facts),
  en: fillIn(template, 'en', facts),
});

/** Throws for a place that no fact fills: a rule that asks for what its event does not tell is a bug. */
function fillIn(template: LocalizedText, language: keyof LocalizedText, facts: Happening['facts']): string {
  return template[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`no fact "${name}" for "${template[language]}"`);
    return typeof fact === 'string' ? fact : fact[language];
  });
}
