import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { MESSAGING_SETTINGS, type MessagingSettings } from '@nqi/messaging';

/** Operators name the service they ask; another one's name is nobody's here. */
@Injectable()
export class OwnOperations {
  constructor(@Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings) {}

  assertMine(service: string): void {
    if (service === this.settings.service) return;
    throw new DomainError('SERVICE.UNKNOWN', 'not_found', { zh: '没有此服务', en: 'No such service' });
  }
}
