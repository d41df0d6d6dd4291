/** WeChat opens a page by its own path; the token comes with it. */
export const takeShortLink = (): void => undefined;
export const watchShortLinks = (): void => undefined;
