/** WeChat has the first page's script in hand when it starts: nothing is gained by knowing it sooner. */
export const startsAtHome = (): boolean => false;
