/** How a link leaves this phone. */
export type LinkSent = 'sent' | 'cancelled' | 'byHand';
