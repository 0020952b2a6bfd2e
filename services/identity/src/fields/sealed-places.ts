/** Where sealed values belong; a value is of no use anywhere else. */
export const contactPhonePlace = (organizationId: string): string => `organization.contact_phone/${organizationId}`;

export const factorPlace = (userId: string): string => `user_account.factor/${userId}`;

/** Lives for minutes, so it is never sealed anew. */
export const attemptPlace = (stateHash: Buffer): string => `sign_on_attempt.secrets/${stateHash.toString('hex')}`;

/** Lives for days, so it is never sealed anew. */
export const exportKeyPlace = (caseId: string): string => `personal_data_case.private_key/${caseId}`;
