/** Signing in by OpenID providers. */
export const signOn = {
  signOn: {
    title: 'Single sign-on',
    others: 'Other ways to sign in',
    by: 'Sign in with {{provider}}',
    registers: 'Enterprises that come for the first time can register by it.',
    again: 'Back to the sign-in',
    nobodyLeft: 'This page is reached from the sign-in page; please sign in again.',
    entering: 'Signing you in…',
    vouched: 'The provider says name and code of the enterprise; please add the rest to register.',
    links: 'Single sign-on links',
    provider: 'Provider',
    linkedAt: 'Linked',
    link: 'Link',
    unlink: 'Unlink',
  },
};
