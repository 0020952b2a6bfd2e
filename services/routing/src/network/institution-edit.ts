import { DomainError, isDate, type LocalizedText, type ServiceDomain } from '@nqi/kernel';
import { scopeRows, type ScopeRow } from './capability-scope.js';
import type { Capability, Institution, Qualification, QualificationStatus, Verification } from './institution.js';
import { noSuchCapability } from './network.errors.js';
import { patched, type Patch } from './patch.js';
import { qualificationNumber } from './qualification-number.js';

export const QUALIFICATION_MOVES = ['suspend', 'reinstate', 'revoke'] as const;
export type QualificationMove = (typeof QUALIFICATION_MOVES)[number];

/** From where a move leads where; what is revoked stays so. */
const MOVES: Readonly<Record<QualificationMove, { from: readonly QualificationStatus[]; to: QualificationStatus }>> = {
  suspend: { from: ['VALID'], to: 'SUSPENDED' },
  reinstate: { from: ['SUSPENDED'], to: 'VALID' },
  revoke: { from: ['VALID', 'SUSPENDED'], to: 'REVOKED' },
};

export interface QualificationKey {
  readonly kind: string;
  readonly number: string;
}

/** What is entered of a qualification; what it is worth, and who verified it, is never said along with it. */
export type QualificationFacts = Omit<Qualification, 'status' | 'demo' | 'verified'>;

/** The institution with one more qualification, valid from the start; its number is checked and normalised. */
export function withQualification(institution: Institution, granted: QualificationFacts): Institution {
  const number = qualificationNumber(granted.kind, granted.number);
  if (institution.qualifications.some((held) => held.kind === granted.kind && held.number === number)) {
    throw refused('TAKEN', 'conflict', { zh: '该资质已登记', en: 'This qualification is on record' }, '/number');
  }
  const qualification: Qualification = { ...granted, number, status: 'VALID', demo: false };
  return { ...institution, qualifications: [...institution.qualifications, inOrder(qualification)] };
}

/** The institution after one of its qualifications was renewed, noted anew, or moved; new facts have to be verified. */
export function withQualificationEdit(
  institution: Institution,
  { kind, number }: QualificationKey,
  edit: Patch<Omit<QualificationFacts, 'kind' | 'number'>>,
  move?: QualificationMove,
): Institution {
  const held = heldBy(institution, { kind, number });
  if (move && !MOVES[move].from.includes(held.status)) {
    const text = { zh: `状态 ${held.status} 下不能 ${move}`, en: `A ${held.status} qualification allows no ${move}` };
    throw refused('ILLEGAL_MOVE', 'conflict', text, '/move');
  }
  const { verified, ...facts } = held;
  const said = patched(facts, edit, ['remark', 'validUntil', 'issuer', 'issuedOn', 'evidence']);
  const stays = isSame(said, facts) && verified ? { verified } : {};
  const edited = inOrder({ ...said, ...stays, ...(move && { status: MOVES[move].to }) });
  return { ...institution, qualifications: institution.qualifications.map((each) => (each === held ? edited : each)) };
}

/** The institution with a qualification that somebody compared with what the authority publishes. */
export function withVerification(institution: Institution, key: QualificationKey, verified: Verification): Institution {
  const held = heldBy(institution, key);
  const qualifications = institution.qualifications.map((each) => (each === held ? { ...each, verified } : each));
  return { ...institution, qualifications };
}

function isSame(one: object, other: object): boolean {
  const [said, known] = [one, other].map((facts) => new Map(Object.entries(facts)));
  return said?.size === known?.size && [...(said ?? [])].every(([fact, value]) => known?.get(fact) === value);
}

function heldBy({ qualifications }: Institution, { kind, number }: QualificationKey): Qualification {
  const held = qualifications.find((each) => each.kind === kind && each.number === number);
  if (held) return held;
  throw refused('UNKNOWN', 'not_found', { zh: '没有此资质', en: 'No such qualification' });
}

/** A service's code begins with its domain's letters. */
const LETTERS: Readonly<Record<ServiceDomain, string>> = {
  metrology: 'MET',
  standards: 'STD',
  testing: 'TST',
  certification: 'CER',
  consulting: 'CON',
  training: 'TRN',
};

/** The institution with a capability said anew, or without it; the rows of its scope stay as they are. */
export function withCapability(
  institution: Institution,
  serviceCode: string,
  row?: Omit<Capability, 'scope'>,
): Institution {
  if (row && !new RegExp(`^${LETTERS[row.domain]}-\\d{3}$`).test(serviceCode)) {
    const text = { zh: `${serviceCode} 不属于该领域`, en: `${serviceCode} is no service of ${row.domain}` };
    throw new DomainError('CAPABILITY.OTHER_DOMAIN', 'invalid', text, {}, '/domain');
  }
  const others = institution.capabilities.filter((capability) => capability.serviceCode !== serviceCode);
  const scope = institution.capabilities.find((capability) => capability.serviceCode === serviceCode)?.scope;
  return { ...institution, capabilities: row ? [...others, { ...row, ...(scope && { scope }) }] : others };
}

/** The institution with the whole scope of one of its capabilities said anew; no rows mean no limit. */
export function withScope(institution: Institution, serviceCode: string, rows: readonly ScopeRow[]): Institution {
  const capability = institution.capabilities.find((each) => each.serviceCode === serviceCode);
  if (!capability) throw noSuchCapability(institution.id, serviceCode);
  const { scope: _, ...rest } = capability;
  const stored = scopeRows(capability.domain, rows);
  const said = { ...rest, ...(stored.length > 0 && { scope: stored }) };
  return {
    ...institution,
    capabilities: institution.capabilities.map((each) => (each === capability ? said : each)),
  };
}

function inOrder(qualification: Qualification): Qualification {
  const { validFrom, validUntil, issuedOn } = qualification;
  if (issuedOn !== undefined && !isDate(issuedOn)) {
    throw refused('BAD_DATE', 'invalid', { zh: '日期不存在', en: 'There is no such day' }, '/issuedOn');
  }
  const dates = isDate(validFrom) && (validUntil === undefined || isDate(validUntil));
  if (!dates) throw refused('BAD_DATE', 'invalid', { zh: '日期不存在', en: 'There is no such day' }, '/validFrom');
  if (validUntil === undefined || validFrom <= validUntil) return qualification;
  throw refused('BAD_TERM', 'invalid', { zh: '有效期止不能早于起', en: 'It ends before it begins' }, '/validUntil');
}

function refused(code: string, kind: 'invalid' | 'conflict' | 'not_found', text: LocalizedText, pointer?: string) {
  return new DomainError(`QUALIFICATION.${code}`, kind, text, {}, pointer);
}
