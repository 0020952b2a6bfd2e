import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { MaterialRepository } from './material.repository.js';
import { unknownMaterial } from './material.js';

export interface RetireMaterial {
  readonly id: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

/** Takes a material out of use: nothing new can name it, and what named it keeps it. Retiring twice is retiring once. */
@Injectable()
export class RetireMaterialHandler {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ id, access, expectedVersion }: RetireMaterial): Promise<void> {
    const found = await this.materials.retire(id, access.principal.organizationId, this.clock.now(), ({ revision }) =>
      assertVersion(expectedVersion, revision),
    );
    if (!found) throw unknownMaterial();
  }
}
