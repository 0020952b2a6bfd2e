import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import type { Deliverable } from '../requests/request-reads.repository.js';
import { MEDIA_TYPES } from './content/content-type.js';
import { MaterialRepository } from './material.repository.js';

/** Puts what was issued for an enterprise into its library, for the next request to name. The document is not copied. */
@Injectable()
export class KeepDeliverableHandler {
  constructor(private readonly materials: MaterialRepository) {}

  async execute({ id, domain, number, kind, title, issuedAt, validUntil }: Deliverable, enterpriseUscc: string) {
    await this.materials.addDeliverable({
      id: newId(),
      enterpriseUscc,
      title: `${title.zh} ${number}`,
      kind: kind.includes('certificate') ? 'certificate' : 'report',
      fileName: `${number}.pdf`,
      mediaType: MEDIA_TYPES.pdf,
      deliverable: { id, domain },
      validUntil,
      addedBy: domain,
      addedAt: issuedAt,
    });
  }
}
