import type { LoggerService } from '@nestjs/common';
import { TraceContext } from '@nqi/messaging';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Structured log lines, on standard output unless said otherwise; people's data and secrets never reach them. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      'password',
      'accessToken',
      'refreshToken',
      'authorization',
      'phone',
      '*.password',
      '*.phone',
      '*.authorization',
    ],
    mixin: () => ({ traceId: TraceContext.traceId() }),
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Lets Nest and everything written with its Logger speak through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.info({ context: contextOf(rest) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: contextOf(rest) }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: contextOf(rest) }, String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: contextOf(rest) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const stack = message instanceof Error ? message.stack : rest.length > 1 ? rest[0] : undefined;
    this.logger.error({ context: contextOf(rest), stack }, String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal({ context: contextOf(rest) }, String(message));
  }
}

const contextOf = (rest: unknown[]): unknown => rest.at(-1);
