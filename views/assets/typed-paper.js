// Keeps the checklist beside a measure's form in step with what is typed. It asks the server, as the button below the list
// does, so that there is one rule; without script the button is there.
const form = document.getElementById('editor-form')
const PAUSE = 300
let waiting = 0
let asking = new AbortController()

async function check() {
  asking.abort()
  asking = new AbortController()
  const body = new URLSearchParams(new FormData(form))
  body.set('check', '1')
  const { signal } = asking
  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, signal, redirect: 'error' })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const id of ['paper-score', 'paper-points']) {
    const fresh = page.getElementById(id)
    if (fresh) document.getElementById(id).replaceChildren(...fresh.childNodes)
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting)
  // Offline, signed out or overtaken by newer typing: the list stays as it was.
  waiting = setTimeout(() => check().catch(() => undefined), PAUSE)
})
