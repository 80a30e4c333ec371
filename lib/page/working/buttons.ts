/** What people press. */
export const BUTTONS = 'button, [role="button"], input[type="submit"]';
