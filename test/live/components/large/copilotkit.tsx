/** CopilotKit's chat over an agent that speaks AG-UI, without its runtime. */
import { CopilotKit, HttpAgent } from '@copilotkit/react-core/v2';
import { CopilotChat } from '@copilotkit/react-ui';
import '@copilotkit/react-ui/styles.css';
import { createRoot } from 'react-dom/client';
import { asked, root } from '../../../detect/runtime/page.ts';
import { pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

const agent = new HttpAgent({
  url: `/answers/agui${location.search}`,
  initialMessages: pastTurns(asked, 'markdown').map(({ id, role, text }) => ({ id, role, content: text })),
});

createRoot(root()).render(
  <CopilotKit agents__unsafe_dev_only={{ default: agent }} showDevConsole={false}>
    <CopilotChat />
  </CopilotKit>,
);

watchTurns({
  answers: '.copilotKitAssistantMessage .copilotKitMarkdown',
  users: '.copilotKitUserMessage',
  omit: '.copilotKitCodeBlockToolbar',
  format: 'markdown',
});
