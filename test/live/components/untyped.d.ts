/** The package names types that it does not bring. */
declare module '@n8n/chat' {
  export function createChat(options: {
    webhookUrl: string;
    target?: string;
    mode?: 'window' | 'fullscreen';
    showWelcomeScreen?: boolean;
    loadPreviousSession?: boolean;
    enableStreaming?: boolean;
  }): unknown;
}
