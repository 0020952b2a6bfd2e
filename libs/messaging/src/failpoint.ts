/**
 * Dies on the spot, as a lost machine would, when NQI_FAIL_AT names this place: `relay.after-send`, or
 * `relay.after-send:3` for its third passing. Never armed in production mode. Fault tests prove with it that no
 * instant exists at which a crash loses or doubles anything.
 */
export function failpoint(place: string): void {
  if (!armed || armed.place !== place) return;
  armed.passings += 1;
  if (armed.passings === armed.at) process.kill(process.pid, 'SIGKILL');
}

const armed = arm(process.env['NQI_MODE'] === 'production' ? undefined : process.env['NQI_FAIL_AT']);

function arm(setting: string | undefined): { place: string; at: number; passings: number } | undefined {
  if (!setting) return undefined;
  const [place = '', at = '1'] = setting.split(':');
  return { place, at: Number(at), passings: 0 };
}
