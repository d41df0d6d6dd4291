/** WeChat's asynchronous calls answer through three callbacks. */
export interface Callbacks<Answer = object> {
  success?: (answer: Answer & { errMsg: string }) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (answer: { errMsg: string }) => void;
}

/** An answer never comes before the call has returned, as on a phone. */
export function answer<Answer extends object>(
  name: string,
  callbacks: Callbacks<Answer> | undefined,
  what: Answer,
): void {
  setTimeout(() => {
    const full = { ...what, errMsg: `${name}:ok` };
    callbacks?.success?.(full);
    callbacks?.complete?.(full);
  }, 0);
}

export function refuse(name: string, callbacks: Callbacks<never> | undefined, reason: string): void {
  setTimeout(() => {
    const error = { errMsg: `${name}:fail ${reason}` };
    callbacks?.fail?.(error);
    callbacks?.complete?.(error);
  }, 0);
}
