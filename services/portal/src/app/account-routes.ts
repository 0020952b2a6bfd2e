import { createRoute } from '@tanstack/react-router';
import type { AccountFilters } from '../api/accounts.js';
import { ROLES } from '../api/roles.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, textParam, type RawSearch } from './search-params.js';

const account = createRoute({
  ...under,
  path: '/account',
  beforeLoad: onlyFor(),
  component: lazyPage(() => import('../pages/account/account-page.js'), 'AccountPage'),
});
const secondFactor = createRoute({
  ...under,
  path: '/second-factor',
  component: lazyPage(() => import('../pages/account/second-factor-page.js'), 'SecondFactorPage'),
});
const passwordLink = createRoute({
  ...under,
  path: '/password-link',
  component: lazyPage(() => import('../pages/account/password-link-page.js'), 'PasswordLinkPage'),
});
const signOn = createRoute({
  ...under,
  path: '/single-sign-on',
  component: lazyPage(() => import('../pages/account/sign-on-page.js'), 'SignOnPage'),
});
const accounts = createRoute({
  ...under,
  path: '/accounts',
  validateSearch: (raw: RawSearch): AccountFilters => ({
    query: textParam(raw['query']),
    role: choiceParam(raw['role'], ROLES),
  }),
  beforeLoad: onlyFor('accounts'),
  component: lazyPage(() => import('../pages/accounts/accounts-page.js'), 'AccountsPage'),
});

/** One's own account, and the accounts one keeps. */
export const ACCOUNT_ROUTES = [account, secondFactor, passwordLink, signOn, accounts] as const;
