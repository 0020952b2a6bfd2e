import { SettingsError, onStopSignal } from '@nqi/platform';
import { readGatewaySettings } from './gateway.settings.js';
import { startGateway } from './start-gateway.js';

try {
  const gateway = await startGateway(readGatewaySettings());
  onStopSignal(() => gateway.stop());
} catch (error) {
  const lines = error instanceof SettingsError ? error.faults : [error instanceof Error ? error.stack : String(error)];
  for (const line of lines) process.stderr.write(`gateway: ${line}\n`);
  process.exit(1);
}
