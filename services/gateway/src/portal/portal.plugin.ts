import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from '../problems/answer-problem.js';
import { noSuchAddress } from '../problems/problems.js';
import { NOT_BUILT_PAGE } from './not-built-page.js';
import { portalAddress } from './portal-address.js';
import { securityHeaders } from './security-headers.js';

const PAGE = 'index.html';
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;
const HOUR_MS = 60 * 60 * 1_000;

export interface PortalOptions {
  readonly directory: string | undefined;
}

/**
 * Serves the portal's files, and its one page at every address that the portal itself may know. Files are looked up
 * anew each time, so a new build needs no restart.
 */
export const portal: FastifyPluginAsync<PortalOptions> = async (server, { directory }) => {
  server.setErrorHandler(answerProblem);
  await server.register(helmet, securityHeaders);
  if (directory) await server.register(staticFiles, { root: directory, serve: false, preCompressed: true });

  server.route({
    url: '/*',
    method: ['GET', 'HEAD'],
    exposeHeadRoute: false,
    config: { pages: true },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const address = portalAddress(request.url, request.headers.accept);
      if (address.kind === 'foreign') throw noSuchAddress();
      if (address.kind === 'file' && directory && (await isFile(join(directory, address.path)))) {
        const hashed = address.path.startsWith('assets/');
        return reply.sendFile(address.path, { maxAge: hashed ? YEAR_MS : HOUR_MS, immutable: hashed });
      }
      if (!address.page) throw noSuchAddress();
      void reply.header('cache-control', 'no-cache');
      if (directory && (await isFile(join(directory, PAGE)))) return reply.sendFile(PAGE, { cacheControl: false });
      return reply.status(503).type('text/html; charset=utf-8').send(NOT_BUILT_PAGE);
    },
  });
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
