/** Injection token of a domain's procedure. */
export const PROCEDURE = Symbol('Procedure');
