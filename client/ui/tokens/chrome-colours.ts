/**
 * The few colours that are handed to the platform as values, because what it draws (navigation bar, page ground) reads no CSS variables.
 * Kept equal to tokens.scss by test/client/ui/contrast.test.ts.
 */
export const groundColours = { light: '#f3f6f5', dark: '#0c1312' } as const;
export const heroColours = { light: '#d9ecea', dark: '#12302f' } as const;
export const cameraColour = '#0c1212';
export const qrColours = { ink: '#0b1716', paper: '#ffffff' } as const;
export const resultColours = { ok: '#0d6a3a', bad: '#a8211a' } as const;
