import { enterprises } from '@nqi/reference-data';
import { anEnterprise, staffOf } from '@nqi/test-kit';

export const HUB = 'PROV-370000/HUB-370400';
export const TENGZHOU = `${HUB}/WS-370481`;
export const TENGZHOU_PARK = `${TENGZHOU}/WS-370481901`;
export const SHIZHONG = `${HUB}/WS-370402`;

const [first, second, third] = enterprises();
if (!first || !second || !third) throw new Error('no sample enterprises');

export const OWN = { uscc: first.uscc, name: first.nameZh };
export const OTHER = { uscc: second.uscc, name: second.nameZh };
/** Comes to the counter before it is registered. */
export const walkIn = { uscc: third.uscc, name: third.nameZh };

export const owner = anEnterprise(OWN.uscc, { organizationName: OWN.name });
export const stranger = anEnterprise(OTHER.uscc, { organizationName: OTHER.name });
export const clerk = staffOf(TENGZHOU, 'clerk');
export const lead = staffOf(TENGZHOU, 'lead');
export const foreignClerk = staffOf(SHIZHONG, 'clerk');
export const auditor = staffOf(HUB, 'auditor');
export const dispatcher = staffOf(HUB, 'dispatcher');
