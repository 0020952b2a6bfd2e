import { Injectable, SetMetadata, createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { Access } from './access.js';
import type { Permission } from './policy.js';
import type { Principal } from './principal.js';
import { Unauthenticated } from './unauthenticated.js';
import { TokenVerifier } from './tokens.js';

const PUBLIC = 'nqi:public';
const PERMISSION = 'nqi:permission';

interface AuthenticatedRequest {
  headers: Record<string, string | undefined>;
  principal?: Principal;
  access?: Access;
}

/** Opens an endpoint to everybody. Without it, and without `@Allow`, an endpoint wants any signed-in caller. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-public', true));

/** Opens an endpoint to the roles that the policy table names for the permission; the OpenAPI document tells which. */
export const Allow = (permission: Permission) =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiExtension('x-permission', permission), ApiBearerAuth());

/** The signed-in caller. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) throw new Error('@Caller on a public endpoint');
  return principal;
});

/** The caller's reach under the endpoint's permission; queries and handlers filter by it. */
export const CallerAccess = createParamDecorator((_: unknown, context: ExecutionContext): Access => {
  const { access } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!access) throw new Error('@CallerAccess without @Allow');
  return access;
});

/** Checks the bearer token of every HTTP request and the permission of its endpoint. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;

    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.authenticate(request.headers['authorization']);
    request.principal = principal;

    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    // Whoever only acts for an organisation may do nothing that is not left to them by name.
    if (!permission && !principal.acting) return true;
    const access = permission && Access.of(principal, permission);
    if (!access) {
      throw new DomainError(
        'ACCESS.NOT_PERMITTED',
        'forbidden',
        { zh: '您的角色无权进行此操作', en: 'Your role does not permit this' },
        { permission },
      );
    }
    request.access = access;
    return true;
  }

  private async authenticate(header: string | undefined): Promise<Principal> {
    const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
    if (!token) throw new Unauthenticated('missing');
    const verdict = await this.verifier.verify(token, this.clock.now());
    if (verdict === 'expired' || verdict === 'invalid') throw new Unauthenticated(verdict);
    return verdict;
  }
}
