import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import './kafkajs-idle.js';
import { Logger } from '@nestjs/common';
import type { MessagingSettings } from './settings.js';

const LEVELS: Partial<Record<logLevel, 'error' | 'warn' | 'debug'>> = {
  [logLevel.ERROR]: 'warn',
  [logLevel.WARN]: 'debug',
};

/** The one place that configures kafkajs. Its errors are warnings here: whoever asked gets the rejection and decides. */
export function kafkaClient(settings: MessagingSettings): Kafka {
  const logger = new Logger('kafkajs');
  return new Kafka({
    clientId: `nqi-${settings.service}`,
    brokers: [...settings.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    logLevel: logLevel.WARN,
    logCreator: () => (entry: LogEntry) => {
      const write = LEVELS[entry.level] ?? 'debug';
      logger[write](`${entry.log.message}${entry.log['error'] ? `: ${String(entry.log['error'])}` : ''}`);
    },
  });
}
