/** Everything that stands in the schema `club`; the migrations are generated from here. */
export * from './tables/schema';
export * from './tables/people';
export * from './tables/network';
export * from './tables/benefits';
export * from './tables/counter';
export * from './tables/settlement';
export * from './tables/reports';
export * from './tables/jobs';
export * from './tables/points';
export * from './tables/points-rules';
export * from './tables/mall';
export * from './tables/transfers';
export * from './tables/ratings';
export * from './tables/referrals';
