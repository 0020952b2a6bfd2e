import { Controller, Get, Injectable, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from './auth.js';

/** Something that must work for the process to be useful. Throws, with the reason, when it does not. */
export abstract class ReadinessCheck {
  abstract readonly name: string;
  abstract check(): Promise<void>;
}

/** What the process waits for before it takes work, and whether it is on its way out. */
@Injectable()
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];
  private leaving = false;

  add(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** From now on not ready, so that nobody sends more work. */
  leave(): void {
    this.leaving = true;
  }

  async report(): Promise<{ ready: boolean; checks: Record<string, string> }> {
    const checks: Record<string, string> = {};
    await Promise.all(
      this.checks.map(async (check) => {
        checks[check.name] = await check.check().then(
          () => 'ok',
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
      }),
    );
    if (this.leaving) checks['process'] = 'stopping';
    return { ready: Object.values(checks).every((state) => state === 'ok'), checks };
  }
}

/** `live` tells of the process alone; `ready` also of what it cannot work without. */
@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; checks: Record<string, string> }> {
    const { ready, checks } = await this.readiness.report();
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', checks };
  }
}

export type ReadinessCheckClass = Type<ReadinessCheck>;
