/** A page with a closed shadow root inside an open one, and a button in it that says whether its click was real. */
export const CLOSED_IN_OPEN = `<!doctype html><title>Roots</title><div style="height: 3000px"></div><div id="outer"></div><script>
  const open = document.querySelector('#outer').attachShadow({ mode: 'open' });
  open.innerHTML = '<section></section>';
  const closed = open.querySelector('section').attachShadow({ mode: 'closed' });
  closed.innerHTML = '<button data-act="go">Go</button><p data-answer hidden></p><p class="many">one</p><p class="many">two</p>';
  closed.querySelector('button').addEventListener('click', (event) => {
    const said = closed.querySelector('[data-answer]');
    said.hidden = false;
    said.textContent = 'trusted: ' + event.isTrusted;
    event.target.remove();
  });
</script>`;
