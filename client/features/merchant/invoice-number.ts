/** As the tax office prints it: digits, and in older ones letters or dashes. */
const INVOICE = /^[A-Za-z0-9-]{6,30}$/;

export const isInvoiceNo = (typed: string): boolean => INVOICE.test(typed.trim());
