import { Readable } from 'node:stream';
import { Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '@nqi/kernel';
import { BODY_LIMIT_BYTES, isSigned } from '@nqi/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProvinceLink } from './province-link.js';
import { badSignature, notConnected } from './upwards.errors.js';

export const STATUSES_PATH = 'api/v1/upwards/statuses';

const texts = new WeakMap<FastifyRequest, string>();

/** Keeps the text of what the province sends as it came, since the signature is one of the text. */
@Injectable()
export class SignedBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // There is no HTTP while the service only migrates.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    const server = adapter?.getInstance<FastifyInstance>();
    server?.addHook('preParsing', async (request, _reply, payload) => {
      if (request.routeOptions.url !== `/${STATUSES_PATH}`) return payload;
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of payload) {
        bytes += (chunk as Buffer).length;
        // The parser refuses it by its length; nothing more of it is kept.
        if (bytes > BODY_LIMIT_BYTES) throw Object.assign(new Error('too large'), { statusCode: 413 });
        chunks.push(chunk as Buffer);
      }
      const body = Buffer.concat(chunks);
      texts.set(request, body.toString('utf8'));
      return Object.assign(Readable.from([body]), { receivedEncodedLength: bytes });
    });
  }
}

/** Lets in only what the province signed in the last minutes; a repetition is told by its id further in. */
@Injectable()
export class SignedByProvince implements CanActivate {
  constructor(
    private readonly link: ProvinceLink,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const secrets = await this.link.secrets();
    if (!secrets) throw notConnected();
    if (isSigned(secrets, request.headers, texts.get(request) ?? '', this.clock.now())) return true;
    throw badSignature();
  }
}
