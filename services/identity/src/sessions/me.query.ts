import { Injectable } from '@nestjs/common';
import { Unauthenticated, type Principal } from '@nqi/platform';
import { AccountRepository } from '../accounts/account.repository.js';
import type { MeBody } from './auth.dto.js';

/** Who is calling, as the account stands now rather than when the token was issued. */
@Injectable()
export class MeQuery {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ userId }: Principal): Promise<MeBody> {
    const profile = await this.accounts.activeProfile(userId);
    if (!profile) throw new Unauthenticated('invalid');
    const { kind, name, ...organization } = profile.organization;
    return {
      userId,
      username: profile.username,
      displayName: profile.displayName,
      roles: profile.roles,
      organizationId: profile.organizationId,
      organizationKind: kind,
      organizationName: name,
      ...organization,
    };
  }
}
