import {
  OrganizationKind as WireKind,
  OrganizationRegisteredSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { Organization, OrganizationKind } from './organization.js';

const KINDS: Readonly<Record<OrganizationKind, WireKind>> = {
  enterprise: WireKind.ENTERPRISE,
  node: WireKind.NODE,
  institution: WireKind.INSTITUTION,
};

export const organizationRegistered = (organization: Organization): EventMessage =>
  eventMessage(TOPICS.organization, organization.id, OrganizationRegisteredSchema, {
    organizationId: organization.id,
    kind: KINDS[organization.kind],
    name: organization.name,
    uscc: organization.uscc ?? '',
    regionCode: organization.regionCode ?? '',
    parkCode: organization.parkCode ?? '',
    industryCode: organization.industryCode ?? '',
    scale: organization.scale ?? '',
    registeredAt: toTimestamp(organization.registeredAt),
  });
