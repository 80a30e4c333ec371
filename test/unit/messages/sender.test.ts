import { describe, expect, test } from 'vitest';
import { classifySender } from '../../../lib/messages/sender.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const OWN = [`chrome-extension://${ID}`, 'chrome-extension://dynamic-0000'];
const tab = { id: 7, windowId: 1 };

describe('who sent a message', () => {
  test.each([
    ['a content script', { id: ID, url: 'https://chatgpt.com/c/1', frameId: 0, tab }, 'page'],
    ['a content script in about:blank', { id: ID, url: 'about:blank', frameId: 3, tab }, 'page'],
    ['the side panel', { id: ID, url: `${OWN[0]}/sidepanel.html` }, 'panel'],
    ['the side panel as a tab', { id: ID, url: `${OWN[0]}/sidepanel.html?tabId=3`, tab }, 'panel'],
    ['the options page', { id: ID, url: `${OWN[0]}/options.html`, tab }, 'options'],
    ['a compose frame at the dynamic address', { id: ID, url: `${OWN[1]}/compose.html`, frameId: 4, tab }, 'compose'],
  ])('%s', (_, sender, kind) => {
    expect(classifySender(sender, ID, OWN)?.kind).toBe(kind);
  });

  test.each([
    ['another extension', { id: 'other', url: `${OWN[0]}/sidepanel.html` }],
    ['nobody', {}],
    ['a page of ours that may not speak', { id: ID, url: `${OWN[0]}/other.html`, tab }],
    ['a page that looks like ours but has no tab', { id: ID, url: `https://evil.example/${OWN[0]}/options.html` }],
  ])('%s is not heard', (_, sender) => {
    expect(classifySender(sender, ID, OWN)).toBeUndefined();
  });

  test('an address that contains ours is a page', () => {
    const sender = { id: ID, url: `https://evil.example/sidepanel.html#${OWN[0]}/options.html`, frameId: 0, tab };
    expect(classifySender(sender, ID, OWN)).toMatchObject({ kind: 'page', tabId: 7, frameId: 0 });
  });
});
