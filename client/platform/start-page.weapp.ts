/** WeChat has the first page's script in hand when it starts: nothing is gained by asking sooner. */
export const firstRead = (): string | undefined => undefined;
