import { Inject, Injectable, Logger } from '@nestjs/common';
import { SERVICE_NAMES } from '@nqi/contracts';
import { Clock } from '@nqi/kernel';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.settings.js';
import { mergeOpenApi, type OpenApiDocument } from './merge-openapi.js';

const FRESH_MS = 60_000;
/** After a look that missed a service, the next one comes sooner. */
const FRESH_WHEN_INCOMPLETE_MS = 5_000;
const PATIENCE_MS = 3_000;

/** The HTTP contract of the whole system, made of what its services publish. */
@Injectable()
export class ApiContract {
  private readonly logger = new Logger(ApiContract.name);
  private readonly known = new Map<string, OpenApiDocument>();
  private own: () => OpenApiDocument = () => ({});
  private merged: { text: string; until: number } | undefined;
  private looking: Promise<string> | undefined;

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    private readonly clock: Clock,
  ) {}

  /** Adds what the gateway itself answers; the application can describe itself only once it is built. */
  includeOwn(describe: () => OpenApiDocument): void {
    this.own = describe;
  }

  /**
   * The document as JSON. One that is no longer fresh is still answered while a new one is made. A service that does
   * not answer is described by what it last said (`x-stale`), or, when it never did, not at all (`x-missing`).
   */
  async document(): Promise<string> {
    if (this.merged && this.merged.until > this.clock.now().getTime()) return this.merged.text;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.merged?.text ?? this.looking;
  }

  private async look(): Promise<string> {
    const answers = await Promise.all(SERVICE_NAMES.map(async (name) => [name, await this.ask(name)] as const));
    const silent = answers.filter(([, document]) => !document).map(([name]) => name);
    for (const [name, document] of answers) if (document) this.known.set(name, document);
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'NQI one-stop service 质量基础设施“一站式”服务', version: '1' },
      servers: [{ url: '/' }],
      ...mergeOpenApi([['gateway', this.own()], ...this.known], (path) => path.startsWith('/api/')),
      'x-missing': silent.filter((name) => !this.known.has(name)),
      'x-stale': silent.filter((name) => this.known.has(name)),
    });
    const freshMs = silent.length > 0 ? FRESH_WHEN_INCOMPLETE_MS : FRESH_MS;
    this.merged = { text, until: this.clock.now().getTime() + freshMs };
    return text;
  }

  private async ask(name: (typeof SERVICE_NAMES)[number]): Promise<OpenApiDocument | undefined> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`${this.settings.upstreams[name]}/openapi.json`, { signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return (await answer.json()) as OpenApiDocument;
    } catch (error) {
      this.logger.debug(`no description from ${name}: ${String(error)}`);
      return undefined;
    }
  }
}
