import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { isSigned, sendMessage, signMessage, type ProvinceConnection } from '@nqi/platform';
import { ProvinceLink, type Asked } from './province-link.js';

const ANSWER_MS = 10_000;
const LONGEST_ANSWER = 60_000;

/** The platform of the province over signed HTTP; what it answers to a question is signed alike. */
@Injectable()
export class HttpProvinceLink extends ProvinceLink {
  constructor(
    private readonly connection: ProvinceConnection | undefined,
    private readonly clock: Clock,
  ) {
    super();
  }

  get connected(): boolean {
    return this.connection !== undefined;
  }

  async secrets(): Promise<readonly string[] | undefined> {
    return this.connection?.secrets();
  }

  async ask(about: readonly Asked[]): Promise<readonly unknown[]> {
    if (!this.connection) return [];
    const secrets = await this.connection.secrets();
    const body = JSON.stringify({ type: 'status.asked', timestamp: this.clock.now().toISOString(), data: about });
    const { status, excerpt, headers } = await sendMessage(
      {
        url: this.connection.url('statuses/query'),
        headers: { ...signMessage(secrets, newId(), this.clock.now(), body), 'nqi-event': 'status.asked' },
        body,
        reach: 'any',
        keep: LONGEST_ANSWER,
      },
      AbortSignal.timeout(ANSWER_MS),
    );
    if (status !== 200) throw new Error(`the province answered ${status}`);
    if (!isSigned(secrets, headers, excerpt, this.clock.now()))
      throw new Error('the answer is not signed by the province');
    const { statuses } = JSON.parse(excerpt) as { statuses?: unknown };
    if (!Array.isArray(statuses)) throw new Error('the answer names no statuses');
    return statuses;
  }
}
