/** What a message tells; the ids of WeChat's templates come from the build (TARO_APP_SUBSCRIBE_TEMPLATES). */
export type MessageKind = 'claimProgress' | 'reviewDecided';

export type SubscribeResult = 'accepted' | 'refused' | 'unavailable';
