/** WeChat's screen readers find an opened dialog by its role and read what comes next by themselves. */
export const focusOn = (_id: string): void => undefined;

export const useDialogFocus = (_id: string, _open: boolean, _onClose: () => void): void => undefined;
