/** WeChat keeps and renews mini-programs itself. */
export const useCanInstall = (): boolean => false;

export const install = (): Promise<void> => Promise.resolve();

export function keepInstalled(_offer: (take: () => void) => void): void {
  // Nothing is to be kept here.
}
