import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { tooLarge } from '../problems/problems.js';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads a body of at most `limit` bytes as it is. Of a larger one up to `patience` bytes more are read and dropped before
 * it is refused with 413: a client that is done sending hears the answer, where an answer to one that still sends is
 * lost with the connection.
 */
export function boundedBody(limit: number, patience: number) {
  return (_request: FastifyRequest, payload: IncomingMessage, done: Done): void => {
    let kept: Buffer[] = [];
    let received = 0;
    const finish = (error: Error | null, body?: Buffer): void => {
      payload.off('data', onData).off('end', onEnd).off('error', onError);
      done(error, body);
    };
    const onData = (chunk: Buffer): void => {
      received += chunk.length;
      if (received <= limit) kept.push(chunk);
      else kept = [];
      if (received > limit + patience) finish(tooLarge(limit));
    };
    const onEnd = (): void =>
      received > limit ? finish(tooLarge(limit)) : finish(null, Buffer.concat(kept, received));
    const onError = (error: Error): void => finish(Object.assign(error, { statusCode: 400 }));
    payload.on('data', onData).on('end', onEnd).on('error', onError);
  };
}
