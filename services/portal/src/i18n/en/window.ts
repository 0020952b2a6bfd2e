/** Around the one window: looking after a request by its receipt. */
export const window = {
  track: {
    title: 'Track a request',
    lead: 'Enter the number and the code of your receipt to see how far it is. No sign-in needed.',
    numberHint: 'Such as ZZ-JL-20261124-000123.',
    code: 'Tracking code',
    codeHint: 'Twelve letters and digits on the receipt; the QR code fills it in.',
    numberMissing: 'Enter the number',
    codeMissing: 'Enter the tracking code',
    submit: 'Look up',
    promise: 'Promised by',
    unknown: 'Nothing found',
    unknownDetail: 'The number or its code is not right; compare it with the receipt.',
    scan: 'Scan to see the progress',
    print: 'Print the receipt',
    receipt: 'Receipt and tracking code',
  },
};
