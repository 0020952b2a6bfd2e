/**
 * Services for which law leaves it to the client who performs them: calibration, commissioned testing, certification
 * (DOMAIN 2.5, rule 5). Not a matter of policy, so no rule set can change it; a statutory designation goes first.
 */
const SERVICES = [/^MET-00[34]$/, /^TST-00[1-8]$/, /^TST-012$/, /^CER-0(0[3-9]|1[01])$/];

export function isClientsChoice(serviceCode: string): boolean {
  return SERVICES.some((pattern) => pattern.test(serviceCode));
}
