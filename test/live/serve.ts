/** Serves the live pages for people: `node test/live/serve.ts`. */
import { startLive } from './server.ts';

const PORT = 4747;
const live = await startLive({ port: PORT });
const pages = {
  'deep-chat': live.pageUrl('deep-chat'),
  'deep-chat, Italian': live.pageUrl('deep-chat', { lang: 'it' }),
  'deep-chat, 50 past turns': live.pageUrl('deep-chat', { history: 50 }),
  'n8n chat': live.pageUrl('n8n-chat'),
  'n8n chat, Italian': live.pageUrl('n8n-chat', { lang: 'it' }),
  'plain, 2,000 past turns': live.pageUrl('plain', { history: 2000, tokens: 3000 }),
};
for (const [name, url] of Object.entries(pages)) console.log(`${name.padEnd(26)}${url}`);
console.log('Ctrl+C ends it.');
process.once('SIGINT', () => {
  live.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
