/** The edition of the user agreement and the privacy policy that this build shows; every consent is recorded against it. */
export const documentVersion = '2026-11-22';
