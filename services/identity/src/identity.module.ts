import { Module } from '@nestjs/common';
import { regions } from '@nqi/reference-data';
import { AccountRepository } from './accounts/account.repository.js';
import { PgAccountRepository } from './accounts/account.pg-repository.js';
import { PasswordHasher } from './accounts/password-hasher.js';
import { Argon2PasswordHasher } from './accounts/password-hasher.argon2.js';
import { IDENTITY_SETTINGS, readIdentitySettings, type IdentitySettings } from './identity.settings.js';
import { AccessTokenIssuer } from './keys/access-token.issuer.js';
import { JwksController } from './keys/jwks.controller.js';
import { SigningKeys } from './keys/signing-keys.file-store.js';
import { EnterpriseRepository } from './organizations/enterprise.repository.js';
import { PgEnterpriseRepository } from './organizations/enterprise.pg-repository.js';
import { EnterprisesController } from './organizations/enterprises.controller.js';
import { EnterprisesQuery } from './organizations/enterprises.query.js';
import { OrganizationRepository } from './organizations/organization.repository.js';
import { PgOrganizationRepository } from './organizations/organization.pg-repository.js';
import { RegisterEnterpriseHandler } from './organizations/register-enterprise.handler.js';
import { ServiceArea } from './organizations/service-area.js';
import { DemonstrationAccountRepository } from './seed/demonstration-account.repository.js';
import { PgDemonstrationAccountRepository } from './seed/demonstration-account.pg-repository.js';
import { AuthController } from './sessions/auth.controller.js';
import { CredentialCheckHandler } from './sessions/credential-check.handler.js';
import { LogInHandler } from './sessions/log-in.handler.js';
import { LogOutHandler } from './sessions/log-out.handler.js';
import { LoginThrottleRepository } from './sessions/login-throttle.repository.js';
import { PgLoginThrottleRepository } from './sessions/login-throttle.pg-repository.js';
import { MeQuery } from './sessions/me.query.js';
import { RefreshSessionHandler } from './sessions/refresh-session.handler.js';
import { SessionRepository } from './sessions/session.repository.js';
import { PgSessionRepository } from './sessions/session.pg-repository.js';
import { TokenPairIssuer } from './sessions/token-pair.issuer.js';

@Module({
  controllers: [AuthController, EnterprisesController, JwksController],
  providers: [
    { provide: IDENTITY_SETTINGS, useFactory: () => readIdentitySettings() },
    {
      provide: SigningKeys,
      inject: [IDENTITY_SETTINGS],
      useFactory: ({ jwtKeyFile }: IdentitySettings) => SigningKeys.load(jwtKeyFile),
    },
    AccessTokenIssuer,

    { provide: OrganizationRepository, useClass: PgOrganizationRepository },
    { provide: EnterpriseRepository, useClass: PgEnterpriseRepository },
    { provide: ServiceArea, useFactory: () => new ServiceArea(regions()) },
    RegisterEnterpriseHandler,
    EnterprisesQuery,

    { provide: AccountRepository, useClass: PgAccountRepository },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
    { provide: DemonstrationAccountRepository, useClass: PgDemonstrationAccountRepository },

    { provide: SessionRepository, useClass: PgSessionRepository },
    { provide: LoginThrottleRepository, useClass: PgLoginThrottleRepository },
    TokenPairIssuer,
    CredentialCheckHandler,
    LogInHandler,
    RefreshSessionHandler,
    LogOutHandler,
    MeQuery,
  ],
})
export class IdentityModule {}
