/** Everything the core system keeps, a file a subject. */
export * from './tables/parties';
export * from './tables/policies';
export * from './tables/policy-services';
export * from './tables/claims';
export * from './tables/claim-work';
export * from './tables/dispatch';
