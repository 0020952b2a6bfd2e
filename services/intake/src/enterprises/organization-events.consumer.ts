import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  OrganizationKind,
  OrganizationRegisteredSchema,
  fromTimestamp,
  type OrganizationRegistered,
} from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { KeepEnterpriseHandler } from './keep-enterprise.handler.js';

/** Learns from identity which enterprises exist, so that staff can file on their behalf. */
@Controller()
export class OrganizationEventsConsumer {
  constructor(private readonly keepEnterprise: KeepEnterpriseHandler) {}

  @OnEvent(OrganizationRegisteredSchema)
  async onRegistered(@Payload() event: OrganizationRegistered): Promise<void> {
    if (event.kind !== OrganizationKind.ENTERPRISE) return;
    await this.keepEnterprise.execute({
      uscc: event.organizationId,
      name: event.name,
      regionCode: event.regionCode,
      parkCode: event.parkCode || undefined,
      registeredAt: fromTimestamp(event.registeredAt),
    });
  }
}
