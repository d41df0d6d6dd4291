/** Whose club this is: fixed by the build, so that a white label is a configuration and not an edit. */
export const brand = {
  insurer: BRAND_INSURER,
  product: BRAND_PRODUCT,
  hotline: BRAND_HOTLINE,
  version: APP_VERSION,
} as const;

/** Who receives data on the insurer's behalf, named in the lists of the privacy centre. */
export const providers = {
  sms: PROVIDER_SMS,
  identity: PROVIDER_IDENTITY,
  violations: PROVIDER_VIOLATIONS,
} as const;

/** 120 and 122 are the nation's, not the brand's. */
export const emergencyNumbers = { ambulance: '120', police: '122' } as const;
