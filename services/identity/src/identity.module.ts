import { Module } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { FieldCipher, OfficeMovesModule, PersonalDataModule, loadFieldCipher } from '@nqi/platform';
import { regions } from '@nqi/reference-data';
import { PgApiKeyRepository } from './api-keys/api-key.pg-repository.js';
import { ApiKeyRepository } from './api-keys/api-key.repository.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ExchangeKeyHandler } from './api-keys/exchange-key.handler.js';
import { KeepApiKeysHandler } from './api-keys/keep-api-keys.handler.js';
import { AccountRepository } from './accounts/account.repository.js';
import { PgAccountRepository } from './accounts/account.pg-repository.js';
import { PasswordHasher } from './accounts/password-hasher.js';
import { Argon2PasswordHasher } from './accounts/password-hasher.argon2.js';
import { CommonPasswords } from './accounts/common-passwords.file-store.js';
import { NewPasswords } from './accounts/new-passwords.service.js';
import { ChangePasswordHandler } from './credentials/change-password.handler.js';
import { CredentialCheckHandler } from './credentials/credential-check.handler.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { EnrolSecondFactorHandler } from './credentials/enrol-second-factor.handler.js';
import { PasswordLinkIssuer } from './credentials/password-link.issuer.js';
import { PasswordLinkRepository } from './credentials/password-link.repository.js';
import { PgPasswordLinkRepository } from './credentials/password-link.pg-repository.js';
import { PasswordSetter } from './credentials/password-setter.service.js';
import { SetPasswordByLinkHandler } from './credentials/set-password-by-link.handler.js';
import { SecondFactorCheck } from './credentials/second-factor-check.service.js';
import { SecondFactorRepository } from './credentials/second-factor.repository.js';
import { PgSecondFactorRepository } from './credentials/second-factor.pg-repository.js';
import { AccountsController } from './administration/accounts.controller.js';
import { AccountsQuery } from './administration/accounts.query.js';
import { AccountCreation } from './administration/account-creation.service.js';
import { CreateAccountHandler } from './administration/create-account.handler.js';
import { KeepAccountHandler } from './administration/keep-account.handler.js';
import { ManagedAccountRepository } from './administration/managed-account.repository.js';
import { PgManagedAccountRepository } from './administration/managed-account.pg-repository.js';
import { ReadAccountQuery } from './administration/read-account.query.js';
import { ActForHandler } from './delegations/act-for.handler.js';
import { DelegateHandler } from './delegations/delegate.handler.js';
import { DelegationRepository } from './delegations/delegation.repository.js';
import { PgDelegationRepository } from './delegations/delegation.pg-repository.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { AcceptInvitationHandler } from './invitations/accept-invitation.handler.js';
import { ExternalIdentitiesController } from './external-identities/external-identities.controller.js';
import { ExternalIdentityRepository } from './external-identities/external-identity.repository.js';
import { KeepExternalIdentitiesHandler } from './external-identities/keep-external-identities.handler.js';
import { PgExternalIdentityRepository } from './external-identities/external-identity.pg-repository.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { PgInvitationRepository } from './invitations/invitation.pg-repository.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InviteMemberHandler } from './invitations/invite-member.handler.js';
import { FollowInstitutionHandler } from './organizations/follow-institution.handler.js';
import { NetworkEventsConsumer } from './organizations/network-events.consumer.js';
import { OrganizationQuery } from './organizations/organization.query.js';
import { IDENTITY_SETTINGS, readIdentitySettings, type IdentitySettings } from './identity.settings.js';
import { AccessTokenIssuer } from './keys/access-token.issuer.js';
import { KeyRotation } from './keys/key-rotation.loop.js';
import { KeysController } from './keys/keys.controller.js';
import { SigningKeys } from './keys/signing-keys.file-store.js';
import { OFFICE_COLUMNS } from './office-columns.js';
import { PERSONAL_DATA_PLACES } from './personal-data-places.js';
import { EnterpriseRepository } from './organizations/enterprise.repository.js';
import { PgEnterpriseRepository } from './organizations/enterprise.pg-repository.js';
import { EnterprisesController } from './organizations/enterprises.controller.js';
import { EnterprisesQuery } from './organizations/enterprises.query.js';
import { OrganizationRepository } from './organizations/organization.repository.js';
import { PgOrganizationRepository } from './organizations/organization.pg-repository.js';
import { EnterpriseRegistrar } from './organizations/enterprise-registrar.service.js';
import { RegisterEnterpriseHandler } from './organizations/register-enterprise.handler.js';
import { ViewContactHandler } from './organizations/view-contact.handler.js';
import { ServiceArea } from './organizations/service-area.js';
import { DemonstrationAccountRepository } from './seed/demonstration-account.repository.js';
import { PgDemonstrationAccountRepository } from './seed/demonstration-account.pg-repository.js';
import { AuthController } from './sessions/auth.controller.js';
import { EndSessionsHandler } from './sessions/end-sessions.handler.js';
import { MySessionsQuery } from './sessions/my-sessions.query.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { LogInHandler } from './sessions/log-in.handler.js';
import { LogOutHandler } from './sessions/log-out.handler.js';
import { LoginThrottleRepository } from './sessions/login-throttle.repository.js';
import { PgLoginThrottleRepository } from './sessions/login-throttle.pg-repository.js';
import { MeQuery } from './sessions/me.query.js';
import { RefreshSessionHandler } from './sessions/refresh-session.handler.js';
import { SessionRepository } from './sessions/session.repository.js';
import { PgSessionRepository } from './sessions/session.pg-repository.js';
import { SessionOpener } from './sessions/session-opener.service.js';
import { TokenPairIssuer } from './sessions/token-pair.issuer.js';
import { AnsweredSignOn } from './single-sign-on/answered-sign-on.service.js';
import { BeginSignOnHandler } from './single-sign-on/begin-sign-on.handler.js';
import { CompleteSignOnHandler } from './single-sign-on/complete-sign-on.handler.js';
import { ConfirmSignOnHandler } from './single-sign-on/confirm-sign-on.handler.js';
import { LinkedAccounts } from './single-sign-on/linked-accounts.service.js';
import { LinkedSignIn } from './single-sign-on/linked-sign-in.service.js';
import { OpenIdClient } from './single-sign-on/open-id.client.js';
import { PgSignOnAttemptRepository } from './single-sign-on/sign-on-attempt.pg-repository.js';
import { RegisterBySignOnHandler } from './single-sign-on/register-by-sign-on.handler.js';
import { SignOnAttemptRepository } from './single-sign-on/sign-on-attempt.repository.js';
import { SignOnProviders } from './single-sign-on/sign-on-providers.file-store.js';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.js';
import { PERSONAL_DATA_CONTROLLERS, PERSONAL_DATA_PROVIDERS } from './personal-data/personal-data.wiring.js';

@Module({
  imports: [
    OfficeMovesModule.follow(OFFICE_COLUMNS, { heardElsewhere: true }),
    PersonalDataModule.keptIn(PERSONAL_DATA_PLACES),
  ],
  controllers: [
    NetworkEventsConsumer,
    AuthController,
    CredentialsController,
    SessionsController,
    InvitationsController,
    AccountsController,
    DelegationsController,
    EnterprisesController,
    KeysController,
    ApiKeysController,
    SingleSignOnController,
    ExternalIdentitiesController,
    ...PERSONAL_DATA_CONTROLLERS,
  ],
  providers: [
    { provide: IDENTITY_SETTINGS, useFactory: () => readIdentitySettings() },
    {
      provide: SigningKeys,
      inject: [IDENTITY_SETTINGS, Clock],
      useFactory: ({ jwtKeyFile }: IdentitySettings, clock: Clock) => SigningKeys.load(jwtKeyFile, clock.now()),
    },
    {
      provide: FieldCipher,
      inject: [IDENTITY_SETTINGS],
      useFactory: ({ fieldKeyFile }: IdentitySettings) => loadFieldCipher(fieldKeyFile),
    },
    KeyRotation,
    AccessTokenIssuer,

    { provide: OrganizationRepository, useClass: PgOrganizationRepository },
    { provide: EnterpriseRepository, useClass: PgEnterpriseRepository },
    { provide: ServiceArea, useFactory: () => new ServiceArea(regions()) },
    EnterpriseRegistrar,
    RegisterEnterpriseHandler,
    EnterprisesQuery,
    ViewContactHandler,

    { provide: AccountRepository, useClass: PgAccountRepository },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
    { provide: DemonstrationAccountRepository, useClass: PgDemonstrationAccountRepository },

    { provide: SessionRepository, useClass: PgSessionRepository },
    { provide: LoginThrottleRepository, useClass: PgLoginThrottleRepository },
    TokenPairIssuer,
    SessionOpener,
    CredentialCheckHandler,
    LogInHandler,
    RefreshSessionHandler,
    LogOutHandler,
    MeQuery,
    EndSessionsHandler,
    MySessionsQuery,
    { provide: CommonPasswords, useFactory: () => CommonPasswords.load() },
    NewPasswords,
    { provide: SecondFactorRepository, useClass: PgSecondFactorRepository },
    SecondFactorCheck,
    EnrolSecondFactorHandler,
    { provide: PasswordLinkRepository, useClass: PgPasswordLinkRepository },
    PasswordLinkIssuer,
    PasswordSetter,
    OrganizationQuery,
    FollowInstitutionHandler,
    AccountsQuery,
    ReadAccountQuery,
    AccountCreation,
    CreateAccountHandler,
    { provide: ManagedAccountRepository, useClass: PgManagedAccountRepository },
    KeepAccountHandler,
    { provide: InvitationRepository, useClass: PgInvitationRepository },
    InviteMemberHandler,
    AcceptInvitationHandler,
    { provide: DelegationRepository, useClass: PgDelegationRepository },
    DelegateHandler,
    ActForHandler,
    { provide: ApiKeyRepository, useClass: PgApiKeyRepository },
    KeepApiKeysHandler,
    ExchangeKeyHandler,
    ChangePasswordHandler,
    SetPasswordByLinkHandler,

    {
      provide: SignOnProviders,
      inject: [IDENTITY_SETTINGS],
      useFactory: ({ oidcProvidersFile }: IdentitySettings) => SignOnProviders.load(oidcProvidersFile),
    },
    OpenIdClient,
    { provide: SignOnAttemptRepository, useClass: PgSignOnAttemptRepository },
    { provide: ExternalIdentityRepository, useClass: PgExternalIdentityRepository },
    AnsweredSignOn,
    LinkedAccounts,
    LinkedSignIn,
    BeginSignOnHandler,
    CompleteSignOnHandler,
    ConfirmSignOnHandler,
    RegisterBySignOnHandler,
    KeepExternalIdentitiesHandler,
    ...PERSONAL_DATA_PROVIDERS,
  ],
})
export class IdentityModule {}
