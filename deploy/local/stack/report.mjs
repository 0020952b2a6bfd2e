// @ts-check
import { readJson } from '../machine/files.mjs';
import { accountsFile } from './settings.mjs';

/**
 * @typedef {object} Account
 * @property {string} username
 * @property {string} password
 * @property {string} role
 * @property {string} organization
 * @property {string} [organizationName]
 */

/**
 * The demonstration accounts that identity made, with the one password of this home.
 *
 * @param {string} home
 * @param {string} password
 * @returns {Account[]}
 */
export function demonstrationAccounts(home, password) {
  const accounts = readJson(accountsFile(home));
  return Array.isArray(accounts) ? accounts.map((account) => ({ ...account, password })) : [];
}

/**
 * One line for each role, so that a newcomer can look at the system through everybody's eyes; of those at nodes the one
 * of a county workstation, where requests arrive.
 *
 * @param {readonly Account[]} accounts
 * @returns {string}
 */
export function accountTable(accounts) {
  const [first] = accounts;
  if (first === undefined) return 'There are no demonstration accounts.\n';
  const roles = [...new Set(accounts.map(({ role }) => role))];
  const shown = roles.flatMap((role) => {
    const candidates = accounts.filter((account) => account.role === role);
    return candidates.find(({ organization }) => COUNTY_WORKSTATION.test(organization)) ?? candidates.slice(0, 1);
  });
  const rows = shown.map(({ role, username, organizationName, organization }) => [
    role,
    username,
    organizationName ?? organization,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => screenWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - screenWidth(cell))))
      .join('  ')
      .trimEnd(),
  );
  return [
    `Demonstration accounts (one of each role; all ${accounts.length} stand in run/stack.json), password ${first.password}`,
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

const COUNTY_WORKSTATION = /^WS-\d{6}$/;

/** Chinese characters take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** @param {string} text */
function screenWidth(text) {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
